package dev.blackstart.conduct;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

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
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("item", item == null ? null : item.key);
        facts.put("people", unreached.people());
        facts.put("channels", unreached.channels());
        facts.put("reason", unreached.why());
        journal.append(exercise, clock.instant(), "message-undelivered", Journal.PLATFORM, Audience.CONTROL, facts);
    }
}
