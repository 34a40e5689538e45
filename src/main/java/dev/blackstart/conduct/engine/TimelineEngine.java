package dev.blackstart.conduct.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.Calls;
import dev.blackstart.calling.ContactFailed;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.Attempt;
import dev.blackstart.conduct.Attempt.Kind;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ItemEvent.ItemRevealed;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.Reasons;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;

/**
 * Does the next thing that is due in one exercise, in one transaction: under the head row's lock, after looking at its state.
 * Any replica may, at any time; a process that dies in between has done nothing.
 */
@ApplicationScoped
class TimelineEngine {

    private final Clock clock;
    private final Duration grace;
    private final Journal journal;
    private final Faults faults;
    private final Calls calls;
    private final ItemReleaser itemReleaser;
    private final ItemProgress itemProgress;
    private final NextDueTracker nextDueTracker;
    private final AutomaticStart automaticStart;
    private final Event<ReleasedByClock> released;

    TimelineEngine(Clock clock, ConductConfig config, Journal journal, Faults faults, Calls calls, ItemReleaser itemReleaser,
            ItemProgress itemProgress, NextDueTracker nextDueTracker, AutomaticStart automaticStart,
            Event<ReleasedByClock> released) {
        this.automaticStart = automaticStart;
        this.released = released;
        this.clock = clock;
        this.grace = config.grace();
        this.journal = journal;
        this.faults = faults;
        this.calls = calls;
        this.itemReleaser = itemReleaser;
        this.itemProgress = itemProgress;
        this.nextDueTracker = nextDueTracker;
    }

    /** What a step came to. */
    enum Step {
        /** There may be more that is due. */
        DID_SOMETHING,
        /** Likewise, and a large tree is being called: whatever else is due may go first. */
        CALLING_ON,
        NOTHING_DUE,
        /** Somebody else holds the exercise for a moment. */
        OCCUPIED
    }

    /**
     * @param callsWait what was left of a large tree at the step before lets an item go first, although it was due earlier
     * @param attempt told what the step works on, so that whoever catches its failure knows
     */
    @Transactional
    Step step(UUID id, boolean callsWait, Attempt attempt) {
        Exercise exercise = Exercise.lockIfFree(id);
        if (exercise == null) {
            return Step.OCCUPIED;
        }
        Instant now = clock.instant();
        if (exercise.state == ExerciseState.SCHEDULED) {
            return startWhenDue(exercise, now, attempt);
        }
        Drill overdue = faults.firstOverdue(exercise, now);
        if (overdue != null) {
            attempt.at(Kind.REVERT, overdue.id);
            faults.revertOverdue(exercise, overdue, now);
            nextDueTracker.set(exercise);
            return Step.DID_SOMETHING;
        }
        boolean running = exercise.state == ExerciseState.RUNNING;
        long position = exercise.clock.position(now);
        TimelineItem item = running ? ItemQueue.nextDue(id, position) : null;
        CallNode contact = running ? CallNode.nextDue(id, position) : null;
        if (item == null && contact == null) {
            nextDueTracker.set(exercise);
            return Step.NOTHING_DUE;
        }
        boolean calling = item == null || !callsWait && contact != null && contact.nextClock < item.nextClock;
        boolean callsLeft = callsWait && !calling;
        Instant overdueSince = later(exercise.clock.instantOf(calling ? contact.nextClock : item.nextClock),
                exercise.clock.resumedAt);
        if (Duration.between(overdueSince, now).compareTo(grace) > 0) {
            standStill(exercise, overdueSince, now);
            return Step.DID_SOMETHING;
        }
        if (calling) {
            long until = item == null ? position : Math.min(position, item.nextClock - 1);
            callsLeft = call(exercise, contact, until, now, attempt);
        } else {
            attempt.at(Kind.ITEM, item.id);
            happen(exercise, item, overdueSince, now);
        }
        nextDueTracker.set(exercise);
        if (exercise.nextDueAt == null || exercise.nextDueAt.isAfter(clock.instant())) {
            return Step.NOTHING_DUE;
        }
        return callsLeft ? Step.CALLING_ON : Step.DID_SOMETHING;
    }

    private boolean call(Exercise exercise, CallNode first, long until, Instant now, Attempt attempt) {
        attempt.at(Kind.CONTACT, first.id);
        try {
            return calls.advance(exercise, first, until, attempt.alone, now);
        } catch (ContactFailed failure) {
            attempt.at(Kind.CONTACT, failure.contact);
            throw failure;
        }
    }

    private Step startWhenDue(Exercise exercise, Instant now, Attempt attempt) {
        if (exercise.nextDueAt == null || exercise.nextDueAt.isAfter(now)) {
            return Step.NOTHING_DUE;
        }
        attempt.at(Kind.START, exercise.id);
        automaticStart.come(exercise, clock);
        return Step.DID_SOMETHING;
    }

    private void happen(Exercise exercise, TimelineItem item, Instant dueAt, Instant now) {
        if (item.state == ItemState.PENDING) {
            itemReleaser.release(exercise, item, true, null, Journal.PLATFORM, now);
            released.fire(new ReleasedByClock(dueAt));
        } else if (item.isToReveal()) {
            reveal(exercise, item, now);
        } else {
            itemProgress.passDeadline(exercise, item, now);
        }
    }

    /** From here on the roster may see it, under the id it is known by to them. */
    private void reveal(Exercise exercise, TimelineItem item, Instant now) {
        item.reveal(now);
        String title = null;
        if (item.body() instanceof Body.Drill body) {
            Drill drill = Drill.of(exercise.id, body.drill());
            drill.reveal(now);
            title = drill.title;
        }
        journal.append(exercise, now, new ItemRevealed(item.id.toString(), item.disclosed(), title), Journal.PLATFORM,
                Audience.ROSTER);
    }

    /** Nobody conducted for too long: it stands since then, and a controller chooses how to go on. */
    private void standStill(Exercise exercise, Instant since, Instant now) {
        exercise.pause(PauseReason.OUTAGE, since);
        journal.append(exercise, now, ExercisePaused.of(PauseReason.OUTAGE), Journal.PLATFORM, Audience.ROSTER);
        Reasons.tell(journal, exercise, ExercisePaused.TYPE, "Nothing was conducted for " + Duration.between(since, now)
                + "; resume with catchUp shift, release or skip.", Journal.PLATFORM, now);
        nextDueTracker.set(exercise);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
