package dev.blackstart.exercise;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.ScheduleEvent.ExerciseCancelled;
import dev.blackstart.exercise.ScheduleEvent.ExerciseDrafted;
import dev.blackstart.exercise.ScheduleEvent.ExerciseMoved;
import dev.blackstart.exercise.ScheduleEvent.ExerciseScheduled;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.time.TimeZones;

/** Makes exercises out of plans and moves their dates, until STARTEX. */
@ApplicationScoped
public class Scheduling {

    /** A date a moment ago is a slow form, not a mistake. */
    private static final Duration LATE_FORM = Duration.ofMinutes(5);

    private final Clock clock;
    private final Journal journal;
    private final Event<PlanAdopted> adopted;
    private final Event<Dated> dated;

    Scheduling(Clock clock, Journal journal, Event<PlanAdopted> adopted, Event<Dated> dated) {
        this.clock = clock;
        this.journal = journal;
        this.adopted = adopted;
        this.dated = dated;
    }

    /** Fired inside the transaction: whoever keeps something of the plan for an exercise makes it afresh. */
    public record PlanAdopted(Exercise exercise, Instant at) {
    }

    /** Fired inside the transaction that scheduled it, or moved its date, zone or revision after that. */
    public record Dated(Exercise exercise, Instant at) {
    }

    /** @param startsAt null leaves a draft @param actor a Master of Disaster, or the platform for recurring exercises */
    @Transactional
    public Exercise create(String planKey, Instant startsAt, String zone, Mode mode, int speed, String actor) {
        TextLimits.atMost(TextLimits.LINE, "plan", planKey);
        Plan plan = Journal.PLATFORM.equals(actor) ? Plan.byKey(planKey) : Plan.visible(planKey, actor, true);
        if (plan == null) {
            throw Problem.invalid("plan", "There is no plan '" + planKey + "'; import it first.");
        }
        Instant at = clock.instant();
        PlanRevision revision = plan.current();
        PlanDocument document = revision.document();
        mustLieAhead(startsAt, at);
        Exercise exercise = new Exercise(revision, mode, speed,
                zone(zone == null ? document.schedule().zone() : zone), actor, at);
        exercise.startsAt = startsAt;
        exercise.persist();
        for (PlanDocument.Seat seat : document.roster()) {
            new RosterEntry(exercise.id, seat.person(), ExerciseRole.of(seat.role()), RosterEntry.position(seat.from()),
                    RosterEntry.position(seat.until()), at).persist();
        }
        adopted.fire(new PlanAdopted(exercise, at));
        journal.append(exercise, at, new ExerciseDrafted(facts(exercise, null)), actor, Audience.CONTROL);
        if (startsAt != null) {
            schedule(exercise, actor, at);
        }
        return exercise;
    }

    /** Null leaves a part as it is. */
    @Transactional
    public Exercise move(UUID id, Instant startsAt, String zone, Integer revision, String actor) {
        Exercise exercise = Exercise.lock(id);
        Instant at = clock.instant();
        mustLieAhead(startsAt, at);
        PlanRevision wanted = PlanRevision.of(exercise.planKey, revision == null ? exercise.revision : revision);
        if (wanted == null) {
            throw Problem.invalid("revision", "The plan has no revision " + revision + ".");
        }
        boolean changesPlan = wanted.number != exercise.revision;
        exercise.move(startsAt == null ? exercise.startsAt : startsAt, zone == null ? exercise.zone : zone(zone), wanted);
        exercise.awaitStart();
        if (changesPlan) {
            adopted.fire(new PlanAdopted(exercise, at));
        }
        journal.append(exercise, at, new ExerciseMoved(facts(exercise, null)), actor, Audience.CONTROL);
        if (exercise.state == ExerciseState.SCHEDULED) {
            dated.fire(new Dated(exercise, at));
        }
        return exercise;
    }

    public void schedule(Exercise exercise, String actor, Instant at) {
        exercise.schedule(at);
        exercise.awaitStart();
        journal.append(exercise, at, new ExerciseScheduled(facts(exercise, null)), actor, Audience.CONTROL);
        dated.fire(new Dated(exercise, at));
    }

    public void cancel(Exercise exercise, String reason, String actor, Instant at) {
        exercise.cancel();
        journal.append(exercise, at, new ExerciseCancelled(facts(exercise, reason)), actor, Audience.CONTROL);
    }

    /** The date stays out of the record where even control staff may not know it. */
    private static ScheduleEvent.Facts facts(Exercise exercise, String reason) {
        return new ScheduleEvent.Facts(exercise.planKey, exercise.revision, exercise.mode.key(), exercise.zone,
                exercise.plan().schedule().timeKnownTo().isEmpty() ? exercise.startsAt : null, reason);
    }

    private static void mustLieAhead(Instant startsAt, Instant now) {
        if (startsAt != null && startsAt.isBefore(now.minus(LATE_FORM))) {
            throw Problem.invalid("startsAt", "The start lies in the past; give a later date.");
        }
        if (startsAt != null && startsAt.isAfter(now.plus(Duration.ofDays(3_660)))) {
            throw Problem.invalid("startsAt", "The start lies more than ten years ahead; give an earlier date.");
        }
    }

    /** @throws Problem 422 for a zone that Java does not know */
    public static String zone(String name) {
        try {
            return ZoneId.of(name == null ? "UTC" : name).getId();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", TimeZones.unknown(name));
        }
    }
}
