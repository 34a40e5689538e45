package dev.blackstart.directory.blackout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.directory.entry.Fields;
import dev.blackstart.people.DirectoryChange.Kind;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.system.Blackout;
import dev.blackstart.people.system.Incident;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Json;

/** Blackouts and real incidents: what keeps exercises from touching systems, or all of them, for a while. */
@ApplicationScoped
public class BlackoutsAndIncidents {

    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final int MOST_SYSTEMS = 200;

    private final DirectoryRecord record;
    private final Clock clock;

    BlackoutsAndIncidents(DirectoryRecord record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    /** @param from and until instants @param systems keys; empty for all */
    @Transactional
    Blackout declareBlackout(Fields fields, String by) {
        Blackout blackout = new Blackout(by, clock.instant());
        cover(blackout, fields);
        blackout.persist();
        record.tell(Kind.BLACKOUT, blackout.id.toString(), "made", null, shown(blackout), by, clock.instant());
        return blackout;
    }

    @Transactional
    Blackout changeBlackout(UUID id, Fields fields, String by) {
        Blackout blackout = found(Blackout.findById(id));
        Map<String, Object> before = shown(blackout);
        cover(blackout, fields);
        record.tell(Kind.BLACKOUT, id.toString(), "changed", before, shown(blackout), by, clock.instant());
        return blackout;
    }

    @Transactional
    void removeBlackout(UUID id, String by) {
        Blackout blackout = found(Blackout.findById(id));
        record.tell(Kind.BLACKOUT, id.toString(), "removed", shown(blackout), null, by, clock.instant());
        blackout.delete();
    }

    private void cover(Blackout blackout, Fields fields) {
        FieldErrors flaws = new FieldErrors();
        fields.check(flaws);
        flaws.refuse();
        Instant from = instant("from", fields, blackout.startsAt, flaws);
        Instant until = instant("until", fields, blackout.endsAt, flaws);
        if (from != null && until != null && !until.isAfter(from)) {
            flaws.add("until", "A blackout ends after it begins.");
        }
        String reason = fields.text("reason", blackout.reason);
        if (reason == null) {
            flaws.add("reason", "Say why nothing may be broken then.");
        }
        List<String> systems = systems(fields, blackout.systems == null ? List.of() : blackout.about(), flaws);
        flaws.refuse();
        blackout.cover(from, until, TextLimits.atMost(TextLimits.REASON, "reason", reason), systems);
    }

    private Instant instant(String field, Fields fields, Instant before, FieldErrors flaws) {
        if (!fields.has(field) && before != null) {
            return before;
        }
        String text = fields.text(field, null);
        try {
            Instant at = text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (at == null || Duration.between(clock.instant(), at).abs().compareTo(FARTHEST) > 0) {
                flaws.add(field, "Say when, as 2027-12-20T00:00:00Z, within ten years.");
                return null;
            }
            return at;
        } catch (DateTimeParseException unreadable) {
            flaws.add(field, "Write " + field + " as 2027-12-20T00:00:00Z.");
            return null;
        }
    }

    @Transactional
    Incident declareIncident(Fields fields, String by) {
        Instant now = clock.instant();
        Incident incident = new Incident(by, now);
        tell(incident, fields, now);
        if (incident.clocksNow().recoveredAt() != null) {
            incident.close(by, now); // told afterwards: it is over, and stops nothing
        }
        incident.persist();
        record.tell(Kind.INCIDENT, incident.id.toString(), "made", null, shown(incident), by, clock.instant());
        return incident;
    }

    @Transactional
    Incident changeIncident(UUID id, Fields fields, String by) {
        Incident incident = found(Incident.findById(id));
        Map<String, Object> before = shown(incident);
        tell(incident, fields, clock.instant());
        record.tell(Kind.INCIDENT, id.toString(), "changed", before, shown(incident), by, clock.instant());
        return incident;
    }

    /** Asking for the state it already has changes nothing. @param to open or closed */
    @Transactional
    Incident moveIncident(UUID id, String to, String by) {
        Incident incident = found(Incident.findById(id));
        if (!"open".equals(to) && !"closed".equals(to)) {
            throw Problem.invalid("to", "to is open or closed.");
        }
        if (!incident.state.key().equals(to)) {
            Instant at = clock.instant();
            Map<String, Object> before = shown(incident);
            if ("closed".equals(to)) {
                incident.close(by, at);
            } else {
                incident.reopen();
            }
            record.tell(Kind.INCIDENT, id.toString(), "closed".equals(to) ? "closed" : "opened again", before,
                    shown(incident), by, at);
        }
        return incident;
    }

    /** What is known of when it happened and what it was changes after it is closed, too: that is when people write it down. */
    private static void tell(Incident incident, Fields fields, Instant now) {
        boolean detailsAlone = IncidentDetails.areIn(fields) && !fields.has("title") && !fields.has("systems");
        if (incident.title != null && !incident.isOpen() && !detailsAlone) {
            throw new IllegalTransition("The incident", "closed", "changed", List.of("open"));
        }
        FieldErrors flaws = new FieldErrors();
        fields.check(flaws);
        flaws.refuse();
        String title = fields.line("title", incident.title, flaws);
        if (title == null) {
            flaws.add("title", "Say in a line what is going on.");
        }
        List<String> systems = systems(fields, incident.systems == null ? List.of() : incident.about(), flaws);
        IncidentDetails.read(incident, fields, flaws, now);
        flaws.refuse();
        incident.tell(title, systems);
    }

    private static List<String> systems(Fields fields, Collection<String> before, FieldErrors flaws) {
        List<String> keys = fields.list("systems", before);
        if (keys.size() > MOST_SYSTEMS) {
            flaws.add("systems", "At most %d systems; leave it empty for all.".formatted(MOST_SYSTEMS));
            return List.of();
        }
        List<String> known = SystemEntry.among(keys).stream().map(system -> system.key).toList();
        keys.stream().filter(key -> !known.contains(key) && !before.contains(key)).findFirst()
                .ifPresent(key -> flaws.add("systems", "There is no system '%s' in the directory.".formatted(key)));
        return keys;
    }

    static Map<String, Object> shown(Blackout blackout) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("from", Json.text(blackout.startsAt));
        shown.put("until", Json.text(blackout.endsAt));
        shown.put("reason", blackout.reason);
        shown.put("systems", List.copyOf(blackout.about()));
        return shown;
    }

    static Map<String, Object> shown(Incident incident) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("title", incident.title);
        shown.put("systems", List.copyOf(incident.about()));
        shown.put("state", incident.state.key());
        shown.putAll(IncidentDetails.shown(incident));
        return shown;
    }

    public static <T> T found(T entry) {
        if (entry == null) {
            throw Problem.notFound();
        }
        return entry;
    }
}
