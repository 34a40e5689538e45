package dev.blackstart.review.signoff;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Begins the review of an exercise that ended, and reminds its people until the report is published. Each step looks again
 * under the head row's lock, so that of two replicas one sends.
 */
@ApplicationScoped
public class ReviewReminders {

    private static final int MOST = 100;
    private static final List<String> CHANNELS = List.of("email", "in-app");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);

    private final Clock clock;
    private final ReviewConfig config;
    private final Reviews reviews;
    private final Outbox outbox;
    private final Address address;

    ReviewReminders(Clock clock, ReviewConfig config, Reviews reviews, Outbox outbox, Address address) {
        this.clock = clock;
        this.config = config;
        this.reviews = reviews;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "60s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        remind(clock.instant());
    }

    /** One that fails keeps no other from being sent. */
    public void remind(Instant now) {
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> due(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> remind(id, now));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The review of %s could not be tended; it is tried again in a minute", id);
            }
        }
    }

    /** Ended, not published, and either without a review or with one whose people are to be reminded. */
    private List<UUID> due(Instant now) {
        return Panache.getEntityManager().createQuery("""
                select e.id from Exercise e left join ExerciseReview r on r.exerciseId = e.id
                    where e.mode = LIVE and e.state = ENDED and e.endedAt > :oldest
                    and (r.id is null or r.dueAt < :soon and r.dueAt > :late
                        and (r.remindedAt is null or r.remindedAt < r.dueAt and r.dueAt <= :now or r.remindedAt <= :again))
                    and not exists (select 1 from StoredReport s where s.exerciseId = e.id and s.state = PUBLISHED)
                    order by e.endedAt desc, e.id""", UUID.class).setParameter("soon", now.plus(config.remindBefore()))
                .setParameter("late", now.minus(config.remindUntil())).setParameter("now", now)
                .setParameter("again", now.minus(config.remindEvery()))
                .setParameter("oldest", now.minus(config.remindUntil().multipliedBy(2))).setMaxResults(MOST).getResultList();
    }

    private void remind(UUID id, Instant now) {
        Exercise exercise = Exercise.lock(id);
        StoredReport stored = StoredReport.of(id);
        if (exercise.state != ExerciseState.ENDED || stored != null && stored.state == ReportState.PUBLISHED) {
            return;
        }
        ExerciseReview review = reviews.begun(exercise);
        if (isDue(review, now)) {
            send(exercise, review, now);
            review.remindedAt = now;
        }
    }

    /** Once before the day, once when it has passed, then again and again. */
    private boolean isDue(ExerciseReview review, Instant now) {
        if (review.dueAt.isAfter(now.plus(config.remindBefore())) || review.dueAt.isBefore(now.minus(config.remindUntil()))) {
            return false;
        }
        boolean overdue = !review.dueAt.isAfter(now);
        return review.remindedAt == null || overdue && (review.remindedAt.isBefore(review.dueAt)
                || !review.remindedAt.plus(config.remindEvery()).isAfter(now));
    }

    private void send(Exercise exercise, ExerciseReview review, Instant now) {
        Set<String> people = new LinkedHashSet<>();
        RosterEntry.of(exercise.id).stream().filter(seat -> seat.role == ExerciseRole.DIRECTOR)
                .forEach(seat -> people.add(seat.person));
        people.add(review.facilitator);
        people.add(review.advisor);
        people.removeIf(person -> person == null || Person.present(person) == null);
        String day = DAY.format(review.dueAt.atZone(exercise.zoneId()));
        boolean overdue = !review.dueAt.isAfter(now);
        outbox.post(new OutboundMessage(exercise.id, null,
                (overdue ? "Review overdue: " : "Review due soon: ") + exercise.name,
                "%s %s. What is left to do, and the report: %s".formatted(
                        overdue ? "The review was due on" : "The review is due on", day,
                        address.of("/exercises/" + exercise.id + "/review")),
                false), people, CHANNELS, now);
    }
}
