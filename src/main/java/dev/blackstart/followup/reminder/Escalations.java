package dev.blackstart.followup.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.action.Deadlines;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.Team;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Tells people of an overdue action, each level once for each due day: its owner when it is overdue, the leads of the owner's
 * teams some days later, then the Masters of Disaster. The level is kept with the message, under the lock of the exercise, so
 * that of two replicas one sends it.
 */
@ApplicationScoped
public class Escalations {

    private static final int MOST = 200;

    /** What was overdue for longer when nobody had been told is left to the digest. */
    private static final Period OLDEST = Period.ofDays(90);

    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final ActionReminderConfig config;
    private final Visibility visibility;
    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    Escalations(Clock clock, ActionReminderConfig config, Visibility visibility, Journal journal, Outbox outbox,
            Address address) {
        this.clock = clock;
        this.config = config;
        this.visibility = visibility;
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "60s", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        escalate(clock.instant());
    }

    /** One level for each overdue action whose time has come; one that fails keeps no other from being told. */
    public void escalate(Instant now) {
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> due(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> escalate(id, now));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "Action %s could not be escalated; it is tried again in a minute", id);
            }
        }
    }

    private List<UUID> due(Instant now) {
        return Panache.getEntityManager().createQuery("""
                select a.id from ActionItem a, Exercise e where e.id = a.exerciseId and e.mode = LIVE
                    and e.state in (ENDED, CLOSED) and a.state in (OPEN, IN_PROGRESS) and a.dueAt < :now and a.dueAt > :oldest
                    and (a.escalated = 0 or a.escalatedDue <> a.dueAt or a.escalated = 1 and a.dueAt < :leads
                        or a.escalated = 2 and a.dueAt < :masters)
                order by a.dueAt, a.id""", UUID.class).setParameter("now", now).setParameter("oldest", before(now, OLDEST))
                .setParameter("leads", before(now, config.escalateToLeadAfter()))
                .setParameter("masters", before(now, config.escalateToMasterAfter())).setMaxResults(MOST).getResultList();
    }

    private static Instant before(Instant now, Period period) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    private void escalate(UUID id, Instant now) {
        Exercise exercise = Exercise.lock(homeOf(id));
        ActionItem action = ActionItem.findById(id);
        EscalationLevel level = EscalationLevel.after(action.dueAt.equals(action.escalatedDue) ? action.escalated : 0);
        if (level == null || !action.isOverdue(now) || !Actions.isOver(exercise) || !isTime(level, action, now)) {
            return;
        }
        List<Person> people = people(level, exercise, action);
        ZoneId zone = people.isEmpty() ? exercise.zoneId() : CivilHours.zoneOf(people.get(0), exercise.zoneId());
        if (!CivilHours.includes(now, zone, config.remindAt())) {
            return;
        }
        action.escalate(level.number());
        if (!people.isEmpty()) {
            tell(exercise, action, level, people.stream().map(person -> person.key).toList(), now);
        }
    }

    private static UUID homeOf(UUID action) {
        return Panache.getEntityManager().createQuery("select a.exerciseId from ActionItem a where a.id = ?1", UUID.class)
                .setParameter(1, action).getSingleResult();
    }

    private boolean isTime(EscalationLevel level, ActionItem action, Instant now) {
        return switch (level) {
            case OWNER -> true;
            case LEAD -> action.dueAt.isBefore(before(now, config.escalateToLeadAfter()));
            case MASTER -> action.dueAt.isBefore(before(now, config.escalateToMasterAfter()));
        };
    }

    /**
     * Whoever may see the action and is still here. Masters who took part are not told: for them its exercise is not theirs.
     */
    private List<Person> people(EscalationLevel level, Exercise exercise, ActionItem action) {
        return switch (level) {
            case OWNER -> present(List.of(action.owner));
            case LEAD -> present(Team.allByKey().stream().filter(team -> team.members.contains(action.owner))
                    .map(team -> team.lead).filter(lead -> !lead.equals(action.owner)).distinct().toList());
            case MASTER -> Person.presentByKey().stream()
                    .filter(person -> person.platformRole == PlatformRole.MASTER_OF_DISASTER && seesAsControl(exercise, person))
                    .toList();
        };
    }

    private static List<Person> present(Collection<String> keys) {
        return keys.stream().map(Person::present).filter(Objects::nonNull).toList();
    }

    private boolean seesAsControl(Exercise exercise, Person person) {
        ExerciseAccess sight = visibility.sight(exercise.id, person.key, true);
        return sight != null && sight.control();
    }

    private void tell(Exercise exercise, ActionItem action, EscalationLevel level, List<String> people, Instant now) {
        Defect defect = Defect.findById(action.defectId);
        String day = Deadlines.day(action.dueAt, exercise.zoneId()).toString();
        String who = level == EscalationLevel.OWNER ? "You own it"
                : "It is owned by " + Person.nameOf(action.owner);
        outbox.post(new OutboundMessage(exercise.id, null, "Overdue action: " + action.title,
                "This action was due %s and is not done: %s%n%s. Do it, or say what keeps it: %s".formatted(day, action.title,
                        who, address.of("/actions/" + action.id)),
                false), people, CHANNELS, now);
        journal.append(exercise, now, new ActionEscalated(action.id.toString(), defect.reference, defect.id.toString(),
                action.title, level.key(), action.dueAt), Journal.PLATFORM, Audience.CONTROL);
    }
}
