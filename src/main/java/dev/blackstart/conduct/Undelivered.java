package dev.blackstart.conduct;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.Outbox;

/** The director learns of people whom no channel reached; exactly once, in the transaction that gives up. */
@ApplicationScoped
class Undelivered {

    private final Journal journal;
    private final Clock clock;

    Undelivered(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void tell(@Observes Outbox.Unreached unreached) {
        Exercise exercise = unreached.exerciseId() == null ? null : Exercise.lock(unreached.exerciseId());
        if (exercise == null) {
            return;
        }
        TimelineItem item = unreached.aboutId() == null ? null : TimelineItem.findById(unreached.aboutId());
        journal.append(exercise, clock.instant(), new MessageUndelivered(item == null ? null : item.key, unreached.people(),
                unreached.channels(), unreached.why()), Journal.PLATFORM, Audience.CONTROL);
    }
}
