package dev.blackstart.preparation.checklist;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Reminds people of what is due soon or overdue: at a civil hour of their own day, at most once on each of them. The row that
 * says so is written with the letter, so that of two replicas one sends it.
 */
@ApplicationScoped
public class Reminders {

    /** Nobody is disturbed in the evening because the product was away in the morning. */
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Clock clock;
    private final LocalTime morning;
    private final Period ahead;
    private final PreparationMessages preparationMessages;

    Reminders(Clock clock, PreparationConfig config, PreparationMessages preparationMessages) {
        this.clock = clock;
        this.morning = config.remindAt();
        this.ahead = config.remindBefore();
        this.preparationMessages = preparationMessages;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        remind(clock.instant());
    }

    /** One person's failure never keeps another's reminder. */
    public void remind(Instant now) {
        for (Told person : QuarkusTransaction.requiringNew().call(() -> due(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> remind(person, now));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "%s could not be reminded of preparation; it is tried again in a minute", person.key());
            }
        }
    }

    /** Somebody who is to be reminded now. @param items ids, in order of time */
    private record Told(String key, ZoneId zone, List<UUID> items) {
    }

    private void remind(Told told, Instant now) {
        if (isFirst(told.key(), now.atZone(told.zone()).toLocalDate())) {
            List<PreparationItem> items = told.items().stream().map(id -> PreparationItem.<PreparationItem> findById(id))
                    .filter(item -> !item.dropped && item.state.isToDo()).toList();
            if (!items.isEmpty()) {
                preparationMessages.reminder(told.key(), items, now);
            }
        }
    }

    private List<Told> due(Instant now) {
        List<PreparationItem> soon = PreparationItem.list("""
                select i from PreparationItem i, Exercise e where e.id = i.exerciseId and e.mode = LIVE
                    and e.state in (SCHEDULED, RUNNING, PAUSED) and i.dropped = false and i.state in (OPEN, STARTED, BLOCKED)
                    and i.teamDueAt < ?1 order by i.teamDueAt, i.id""", now.plus(ahead.plusDays(2)));
        Map<String, Team> teams = soon.isEmpty() ? Map.of() : PreparationMessages.teams();
        Map<String, Told> byPerson = new LinkedHashMap<>();
        for (PreparationItem item : soon) {
            Exercise exercise = Exercise.findById(item.exerciseId);
            for (String key : PreparationMessages.people(exercise, item, teams)) {
                Person person = Person.present(key);
                if (person == null) {
                    continue;
                }
                try {
                    ZoneId zone = person.zone == null ? exercise.zoneId() : ZoneId.of(person.zone);
                    if (isSoon(item, exercise, now.atZone(zone))) {
                        byPerson.computeIfAbsent(key, none -> new Told(key, zone, new ArrayList<>())).items().add(item.id);
                    }
                } catch (DateTimeException unknownZone) {
                    Log.errorf(unknownZone, "%s is not reminded of preparation item %s: no such time zone", key, item.id);
                }
            }
        }
        return byPerson.values().stream().filter(told -> isCivil(now.atZone(told.zone()))).toList();
    }

    /** By the day that is told, whatever day it is there for the person. */
    private boolean isSoon(PreparationItem item, Exercise exercise, ZonedDateTime there) {
        return !there.toLocalDate().plus(ahead).isBefore(item.teamDueAt.atZone(exercise.zoneId()).toLocalDate());
    }

    private boolean isCivil(ZonedDateTime there) {
        return !there.toLocalTime().isBefore(morning) && there.toLocalTime().isBefore(EVENING);
    }

    /** Whether nobody was faster on this day of theirs. */
    private static boolean isFirst(String person, LocalDate day) {
        return Panache.getEntityManager()
                .createNativeQuery(
                        "insert into preparation_reminder (person, on_day) values (:person, :day) on conflict do nothing")
                .setParameter("person", person).setParameter("day", day).executeUpdate() == 1;
    }
}
