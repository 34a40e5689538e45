package dev.blackstart.stories;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Reminds the author of a published story on the day on which it happened, once a year. A day that passed while the platform
 * was
 * down is made up for within a week. Of two replicas the one that counts the year up sends.
 */
@ApplicationScoped
public class StoryAnniversaries {

    private static final int MADE_UP_DAYS = 7;

    /** What was written down lately needs no reminder. */
    private static final int FRESH_DAYS = 30;

    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final Outbox outbox;
    private final Address address;

    StoryAnniversaries(Clock clock, Outbox outbox, Address address) {
        this.clock = clock;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        remind(clock.instant());
    }

    /** One that fails keeps no other from being sent; it is tried again in an hour. */
    public void remind(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate oldest = today.minusDays(MADE_UP_DAYS);
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> candidates(oldest, today))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> remind(id, oldest, today, now));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The anniversary of story %s failed; it is tried again in an hour", id);
            }
        }
    }

    private static List<UUID> candidates(LocalDate oldest, LocalDate today) {
        return Story.getEntityManager().createQuery("select s.id from Story s where s.state = PUBLISHED and"
                + " s.author is not null and (s.happened like ?1 or s.happened like ?2) and s.remindedYear < ?3 order by s.id",
                UUID.class).setParameter(1, month(oldest)).setParameter(2, month(today)).setParameter(3, today.getYear())
                .getResultList();
    }

    private static String month(LocalDate day) {
        return "____-%02d-__".formatted(day.getMonthValue());
    }

    private void remind(UUID id, LocalDate oldest, LocalDate today, Instant now) {
        Story story = Story.findById(id);
        Optional<LocalDate> day = Optional.ofNullable(story).flatMap(one -> due(one, oldest, today));
        if (day.isEmpty() || Person.present(story.author) == null) {
            return;
        }
        int year = day.get().getYear();
        if (Story.update("remindedYear = ?1 where id = ?2 and remindedYear < ?1 and state = PUBLISHED", year, id) == 1) {
            outbox.post(new OutboundMessage(null, null, "On this day: " + story.title,
                    "Your story happened on %s. Is it still true, and who does not know it yet? %s".formatted(
                            StoryDay.words(story.happened), address.of("/stories/" + id)),
                    false), Set.of(story.author), CHANNELS, now);
        }
    }

    /** The anniversary within these days, if its author has not been reminded of it. */
    private static Optional<LocalDate> due(Story story, LocalDate oldest, LocalDate today) {
        LocalDate written = LocalDate.ofInstant(story.createdAt, ZoneOffset.UTC);
        return StoryDay.anniversary(story.happened, today.getYear())
                .or(() -> StoryDay.anniversary(story.happened, oldest.getYear()))
                .filter(day -> !day.isAfter(today) && !day.isBefore(oldest) && day.getYear() > story.remindedYear
                        && day.isAfter(written.plusDays(FRESH_DAYS)));
    }
}
