package dev.blackstart.recurring;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.conduct.engine.StartRefused;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Draws the next exercise of each recurring plan, one at a time, whichever replica comes first, and lets those that are over
 * close.
 */
@ApplicationScoped
class OccurrenceScheduler {

    private final SecureRandom chance = new SecureRandom();
    private final Scheduling scheduling;
    private final AutoCloser autoCloser;
    private final Journal journal;
    private final Clock clock;

    OccurrenceScheduler(Scheduling scheduling, AutoCloser autoCloser, Journal journal, Clock clock) {
        this.scheduling = scheduling;
        this.autoCloser = autoCloser;
        this.journal = journal;
        this.clock = clock;
    }

    /** On one replica at a time; what it does is right on two as well. */
    @Scheduled(identity = "recurring-exercises", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tend() {
        for (String plan : QuarkusTransaction.requiringNew().call(RecurringPlan::idle)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> draw(plan));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The next exercise of plan %s could not be drawn; it is tried again in a moment", plan);
            }
        }
        autoCloser.tend();
    }

    /** Two at once draw one: the second waits for the row, and finds the first one's exercise. */
    void draw(String planKey) {
        RecurringPlan recurring = RecurringPlan.lock(planKey);
        Exercise last = recurring.exerciseId == null ? null : Exercise.findById(recurring.exerciseId);
        if (!recurring.active || last != null && (last.state.isBeforeStart() || last.state.isLive())
                && last.state != ExerciseState.CANCELLED) {
            return;
        }
        Instant now = clock.instant();
        Repeat repeat = Repeat.of(Plan.byKey(planKey).current().document()).orElse(null);
        Repeat.Drawn drawn = repeat == null || repeat.isTooOften() ? null
                : repeat.draw(recurring.nextFrom, now, chance).orElse(null);
        if (drawn == null) {
            Log.warnf("Plan %s has no repeat any more, or none that ever comes: its recurring exercises end", planKey);
            recurring.stop();
            return;
        }
        Exercise next = scheduling.create(planKey, drawn.at(), null, Mode.LIVE, 1, Journal.PLATFORM);
        journal.append(next, now, new OccurrenceScheduled(repeat.every().text(), repeat.random()), Journal.PLATFORM,
                Audience.CONTROL);
        recurring.drew(next.id, drawn.until());
    }

    /** What could not start is skipped; the next one is drawn in a moment. */
    void refused(@Observes StartRefused refused) {
        if (Journal.PLATFORM.equals(refused.exercise().createdBy)) {
            scheduling.cancel(refused.exercise(), refused.advice(), Journal.PLATFORM, refused.at());
        }
    }

    /** Asking for what it already is changes nothing. */
    @Transactional
    void switchOn(Plan plan) {
        Repeat repeat = Repeat.of(plan.current().document()).orElseThrow(() -> Problem.invalid("to",
                "The plan says nothing of repeat; write schedule: {repeat: {every: P7D}} into it."));
        Instant now = clock.instant();
        if (repeat.isTooOften() || repeat.draw(repeat.dayOf(now), now, chance).isEmpty()) {
            throw Problem.invalid("to",
                    "The plan's repeat never comes, or more often than hourly; change every, days or hours.");
        }
        // its row first: two that switch on at once make one
        Plan.getEntityManager().lock(plan, LockModeType.PESSIMISTIC_WRITE);
        RecurringPlan recurring = RecurringPlan.lock(plan.key);
        if (recurring == null) {
            new RecurringPlan(plan.key, repeat.dayOf(now), now).persistAndFlush();
        } else if (!recurring.active) {
            recurring.begin(repeat.dayOf(now));
        }
        draw(plan.key);
    }

    /** The one that was drawn does not come either. */
    @Transactional
    void switchOff(Plan plan, String actor) {
        RecurringPlan known = RecurringPlan.of(plan.key);
        if (known == null) {
            return;
        }
        // the head row first, as whoever starts it does
        Exercise next = known.exerciseId == null ? null : Exercise.lock(known.exerciseId);
        RecurringPlan recurring = RecurringPlan.lock(plan.key);
        if (recurring.active) {
            recurring.stop();
            if (next != null && next.state == ExerciseState.SCHEDULED) {
                scheduling.cancel(next, "the plan's recurring exercises were switched off", actor, clock.instant());
            }
        }
    }
}
