package dev.blackstart.followup.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Once a week: what somebody owns, and what the teams that they lead owe. Whoever has nothing gets nothing. The row that says
 * so
 * is written with the message, so that of two replicas one sends it.
 */
@ApplicationScoped
public class WeeklyDigest {

    private static final List<String> CHANNELS = List.of("email", "in-app");

    /** Of actions whose exercise is over: only of these owners and leads may know. */
    private static final String OPEN = """
            from ActionItem a, Exercise e where e.id = a.exerciseId and e.mode = LIVE and e.state in (ENDED, CLOSED)
                and a.state in (OPEN, IN_PROGRESS)""";

    private final Clock clock;
    private final ActionReminderConfig config;
    private final Outbox outbox;
    private final Address address;

    WeeklyDigest(Clock clock, ActionReminderConfig config, Outbox outbox, Address address) {
        this.clock = clock;
        this.config = config;
        this.outbox = outbox;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "60s", delayed = "50s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        send(clock.instant());
    }

    /** To everybody for whom it is time; one that fails keeps no other from theirs. */
    public void send(Instant now) {
        for (String person : QuarkusTransaction.requiringNew().call(() -> due(now))) {
            try {
                QuarkusTransaction.requiringNew().run(() -> send(person, now));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The weekly digest of %s failed; it is tried again in a minute", person);
            }
        }
    }

    /** Owners and leads of owners; those who had theirs are left out. */
    private List<String> due(Instant now) {
        Set<String> owners = Set.copyOf(Panache.getEntityManager().createQuery("select distinct a.owner " + OPEN, String.class)
                .getResultList());
        Set<String> people = new TreeSet<>(owners);
        Team.allByKey().stream().filter(team -> team.members.stream().anyMatch(owners::contains))
                .forEach(team -> people.add(team.lead));
        return people.stream().filter(key -> isTime(Person.present(key), now)).toList();
    }

    private boolean isTime(Person person, Instant now) {
        if (person == null) {
            return false;
        }
        ZoneId zone = CivilHours.zoneOf(person, ZoneOffset.UTC);
        return now.atZone(zone).getDayOfWeek() == config.digestDay() && CivilHours.includes(now, zone, config.remindAt())
                && !wasSent(person.key, week(now.atZone(zone)));
    }

    private void send(String key, Instant now) {
        Person person = Person.present(key);
        ZonedDateTime there = now.atZone(CivilHours.zoneOf(person, ZoneOffset.UTC));
        List<ActionItem> own = open("a.owner = :person", key);
        List<ActionItem> led = open("a.owner <> :person and exists (select 1 from Team t join t.members m"
                + " where t.lead = :person and m = a.owner)", key);
        if (own.isEmpty() && led.isEmpty() || !isFirst(key, week(there))) {
            return;
        }
        LocalDate today = there.toLocalDate();
        DigestText text = new DigestText(own, led, now, today, there.getZone());
        outbox.post(new OutboundMessage(null, null, text.subject(), text.body(address.of("/actions")), false), List.of(key),
                CHANNELS, now);
    }

    private static List<ActionItem> open(String condition, String person) {
        return Panache.getEntityManager().createQuery("select a " + OPEN + " and (" + condition
                + ") order by a.riskOrder, a.dueAt, a.id", ActionItem.class).setParameter("person", person).getResultList();
    }

    /** {@code 2027-W13}. */
    static String week(ZonedDateTime there) {
        return "%d-W%02d".formatted(there.get(IsoFields.WEEK_BASED_YEAR), there.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static boolean wasSent(String person, String week) {
        return !Panache.getEntityManager()
                .createNativeQuery("select 1 from action_digest where person = :person and week = :week")
                .setParameter("person", person).setParameter("week", week).getResultList().isEmpty();
    }

    /** Whether nobody was faster in this week of theirs. */
    private static boolean isFirst(String person, String week) {
        return Panache.getEntityManager()
                .createNativeQuery("insert into action_digest (person, week) values (:person, :week) on conflict do nothing")
                .setParameter("person", person).setParameter("week", week).executeUpdate() == 1;
    }
}
