package dev.blackstart.drills.signal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.alerting.AlertsArrived;
import dev.blackstart.alerting.ReceivedAlert;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.clock.DrillMarks;
import dev.blackstart.drills.signal.ExpectedAlertEvent.ExpectedAlertCame;
import dev.blackstart.drills.signal.ExpectedAlertEvent.ExpectedAlertMissed;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.web.Texts;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Looks whether the alerts that drills expect have come. What was stored is looked at again until it is decided, so nothing is
 * lost by a restart, and two replicas decide it once: under the head row's lock.
 */
@ApplicationScoped
public class ExpectedAlerts {

    /** How far the clock of a source may be behind ours: an alert that began earlier was there before the fault. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    /** How long a source may need to send again what it could not deliver while the platform was down. */
    private static final Duration SENT_AGAIN = Duration.ofMinutes(1);

    private final Instant listeningSince;
    private final Clock clock;
    private final Journal journal;
    private final DrillMarks marks;
    private final Event<ExpectedAlertGap> gaps;

    ExpectedAlerts(Clock clock, Journal journal, DrillMarks marks, Event<ExpectedAlertGap> gaps) {
        this.clock = clock;
        this.listeningSince = clock.instant();
        this.journal = journal;
        this.marks = marks;
        this.gaps = gaps;
    }

    /** From the injection on they are expected; a rehearsal injects nothing, so nothing alerts. */
    void faultChanged(@Observes FaultChanged changed) {
        Drill drill = changed.drill();
        if (drill.state != FaultState.INJECTED || changed.exercise().isRehearsal()
                || !ExpectedAlert.of(drill.id).isEmpty()) {
            return;
        }
        List<JsonNode> expected = changed.exercise().plan().drill(drill.key).map(planned -> planned.expects())
                .orElse(List.of());
        for (JsonNode alert : expected) {
            PlanDuration within = PlanDuration.of(alert.path("within").asText(null));
            new ExpectedAlert(drill, alert.path("alert").asText(),
                    within == null ? null : drill.injectedAt.plus(within.onClock()), changed.at()).persist();
        }
    }

    void arrived(@Observes AlertsArrived arrived) {
        look(expected -> arrived.names().contains(expected.alert));
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        look(expected -> true);
    }

    private void look(Predicate<ExpectedAlert> wanted) {
        Set<UUID> exercises = QuarkusTransaction.requiringNew().call(() -> toDecide(wanted));
        for (UUID exercise : exercises) {
            try {
                QuarkusTransaction.requiringNew().run(() -> decide(exercise));
            } catch (RuntimeException failure) {
                // one exercise must not keep the others from being looked at; it is looked at again in a second
                Log.errorf(failure, "Could not look for the expected alerts of exercise %s", exercise);
            }
        }
    }

    /** In a transaction of its own and without a lock, so that nobody waits while there is nothing to do. */
    private Set<UUID> toDecide(Predicate<ExpectedAlert> wanted) {
        Instant now = clock.instant();
        return ExpectedAlert.open().stream().filter(wanted).filter(expected -> {
            Drill drill = Drill.findById(expected.drillId);
            return isOver(drill, expected, now) || first(drill, expected, now) != null;
        }).map(expected -> expected.exerciseId).collect(Collectors.toSet());
    }

    /** Reads nothing before it holds the lock: another replica may just have decided. */
    private void decide(UUID exerciseId) {
        Exercise exercise = Exercise.lock(exerciseId);
        Instant now = clock.instant();
        for (ExpectedAlert expected : ExpectedAlert.open(exerciseId)) {
            decide(exercise, Drill.findById(expected.drillId), expected, now);
        }
    }

    private void decide(Exercise exercise, Drill drill, ExpectedAlert expected, Instant now) {
        ReceivedAlert came = first(drill, expected, now);
        if (came != null) {
            Instant at = arrival(drill, came);
            expected.come(came.source, at);
            journal.append(exercise, now, new ExpectedAlertCame(drill.key, drill.title, expected.alert, came.source,
                    at, expected.late), Journal.PLATFORM, Audience.CONTROL);
            marks.byAlert(exercise, drill, expected.alert + " from " + came.source, at);
        } else if (isOver(drill, expected, now)) {
            end(exercise, drill, expected, now);
        }
    }

    private void end(Exercise exercise, Drill drill, ExpectedAlert expected, Instant now) {
        if (!isTimeOver(drill, expected, now) && expected.dueAt != null) {
            expected.leaveOpen();
            return;
        }
        expected.miss();
        journal.append(exercise, now, new ExpectedAlertMissed(drill.key, drill.title, expected.alert, expected.dueAt),
                Journal.PLATFORM, Audience.CONTROL);
        String time = expected.dueAt == null ? "while the fault was active"
                : "within %s of the fault".formatted(Texts.brief(Duration.between(drill.injectedAt, expected.dueAt)));
        gaps.fire(new ExpectedAlertGap(exercise, drill, "The alert %s did not come %s.".formatted(expected.alert, time), now));
    }

    /** It could not arrive while the platform was down: then the start of the alert counts. */
    private Instant arrival(Drill drill, ReceivedAlert came) {
        return wasDownSince(drill) && came.startsAt != null ? came.startsAt : came.createdAt;
    }

    private boolean wasDownSince(Drill drill) {
        return drill.injectedAt.isBefore(listeningSince);
    }

    /** Its time is over, or there is no fault any more that it could tell of. */
    private boolean isOver(Drill drill, ExpectedAlert expected, Instant now) {
        return isTimeOver(drill, expected, now) || !drill.state.isActive();
    }

    private boolean isTimeOver(Drill drill, ExpectedAlert expected, Instant now) {
        return expected.dueAt != null && now.isAfter(expected.dueAt)
                && !(wasDownSince(drill) && now.isBefore(listeningSince.plus(SENT_AGAIN)));
    }

    /** The first alert of this name that began and arrived while the fault was active; null while there is none. */
    private static ReceivedAlert first(Drill drill, ExpectedAlert expected, Instant now) {
        Instant until = drill.revertedAt == null ? now : drill.revertedAt;
        List<ReceivedAlert> came = ReceivedAlert.firing(List.of(expected.alert), begun(drill).minus(SKEW),
                drill.armedAt, until);
        return came.isEmpty() ? null : came.get(0);
    }

    /** A slow driver breaks its target before its call ends; people confirm what they have just done. */
    private static Instant begun(Drill drill) {
        return FaultAttempt.wasInjected(drill.id) ? drill.armedAt : drill.injectedAt;
    }
}
