package dev.blackstart.directory.blackout;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.directory.entry.Fields;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.system.Incident;
import dev.blackstart.people.system.IncidentClocks;
import dev.blackstart.people.system.IncidentKind;
import dev.blackstart.people.system.IncidentKind.Detection;
import dev.blackstart.people.system.IncidentKind.Origin;
import dev.blackstart.people.system.IncidentKind.Resolution;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Json;

/** Reads when an incident happened and what it was; says field by field what is wrong. */
public final class IncidentDetails {

    static final List<String> CLOCKS = List.of("startedAt", "detectedAt", "acknowledgedAt", "mitigatedAt", "recoveredAt");
    static final List<String> KINDS = List.of("severity", "detectedBy", "faultOrigin", "resolution");

    private static final Duration OLDEST = Duration.ofDays(3_660);
    /** Clocks of machines differ. */
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final List<String> SEVERITIES = List.of("sev1", "sev2", "sev3", "sev4");

    private final Fields fields;
    private final FieldErrors flaws;
    private final Instant now;

    private IncidentDetails(Fields fields, FieldErrors flaws, Instant now) {
        this.fields = fields;
        this.flaws = flaws;
        this.now = now;
    }

    static void read(Incident incident, Fields fields, FieldErrors flaws, Instant now) {
        IncidentDetails details = new IncidentDetails(fields, flaws, now);
        incident.classify(details.clocks(incident.clocksNow()), details.kind(incident.kindNow()));
    }

    /** Whether anything of it was sent. */
    static boolean areIn(Fields fields) {
        return CLOCKS.stream().anyMatch(fields::has) || KINDS.stream().anyMatch(fields::has);
    }

    private IncidentClocks clocks(IncidentClocks before) {
        IncidentClocks said = new IncidentClocks(instant("startedAt", before.startedAt()),
                instant("detectedAt", before.detectedAt()), instant("acknowledgedAt", before.acknowledgedAt()),
                instant("mitigatedAt", before.mitigatedAt()), instant("recoveredAt", before.recoveredAt()));
        said.outOfOrder().forEach((later, earlier) -> flaws.add(later,
                "%s lies before %s; correct one of them, or leave out what is not known.".formatted(later, earlier)));
        return said;
    }

    private IncidentKind kind(IncidentKind before) {
        return new IncidentKind(severity(before.severity()), word("detectedBy", Detection.class, before.detectedBy()),
                word("faultOrigin", Origin.class, before.faultOrigin()),
                word("resolution", Resolution.class, before.resolution()));
    }

    private Instant instant(String field, Instant before) {
        if (!fields.has(field)) {
            return before;
        }
        String text = fields.text(field, null);
        if (text == null) {
            return null;
        }
        try {
            Instant at = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (at.isAfter(now.plus(AHEAD))) {
                flaws.add(field, field + " lies in the future.");
            } else if (at.isBefore(now.minus(OLDEST))) {
                flaws.add(field, field + " lies more than ten years back.");
            }
            return at;
        } catch (DateTimeParseException unreadable) {
            flaws.add(field, "Write " + field + " as 2027-03-28T09:30:00Z.");
            return null;
        }
    }

    private String severity(String before) {
        String word = fields.text("severity", before);
        if (word != null && !SEVERITIES.contains(word)) {
            flaws.add("severity", "severity is one of " + String.join(", ", SEVERITIES) + ".");
            return null;
        }
        return word;
    }

    private <E extends Enum<E>> E word(String field, Class<E> type, E before) {
        String word = fields.text(field, Choice.key(before));
        E found = word == null ? null
                : Arrays.stream(type.getEnumConstants()).filter(one -> Choice.key(one).equals(word)).findFirst().orElse(null);
        if (word != null && found == null) {
            flaws.add(field, field + " is one of " + String.join(", ", Choice.keys(type)) + ".");
        }
        return found;
    }

    /** For the record of changes: what is known. */
    static Map<String, Object> shown(Incident incident) {
        Map<String, Object> shown = new LinkedHashMap<>();
        IncidentClocks clocks = incident.clocksNow();
        put(shown, "startedAt", clocks.startedAt());
        put(shown, "detectedAt", clocks.detectedAt());
        put(shown, "acknowledgedAt", clocks.acknowledgedAt());
        put(shown, "mitigatedAt", clocks.mitigatedAt());
        put(shown, "recoveredAt", clocks.recoveredAt());
        IncidentKind kind = incident.kindNow();
        put(shown, "severity", kind.severity());
        put(shown, "detectedBy", Choice.key(kind.detectedBy()));
        put(shown, "faultOrigin", Choice.key(kind.faultOrigin()));
        put(shown, "resolution", Choice.key(kind.resolution()));
        return shown;
    }

    private static void put(Map<String, Object> shown, String field, Object value) {
        if (value != null) {
            shown.put(field, value instanceof Instant at ? Json.text(at) : value);
        }
    }

    /** The words of each choice, for a form. */
    public static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("severity", SEVERITIES);
        choices.put("detectedBy", Choice.keys(Detection.class));
        choices.put("faultOrigin", Choice.keys(Origin.class));
        choices.put("resolution", Choice.keys(Resolution.class));
        return choices;
    }
}
