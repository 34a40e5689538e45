package dev.blackstart.alerting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.apache.commons.codec.digest.DigestUtils;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * What monitoring sends: the message of Alertmanager's webhook (version 4), or one plain alert {@code {name, status, at}}.
 *
 * @param truncated how many alerts the sender left out
 */
record AlertMessage(List<AlertEntry> alerts, int truncated) {

    static final int MOST = 5_000;

    private static final Set<String> STATES = Set.of("firing", "resolved");
    private static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_LABELS = 20_000;

    /** Alertmanager writes a missing end as Go's zero time. */
    private static final Instant ZERO = Instant.parse("0001-01-02T00:00:00Z");

    /** No alert is older, and none starts later: a wrong unit rather than a clock that is a little off. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws Problem 400 for what is no JSON, 422 for what is no alert */
    static AlertMessage read(byte[] body, ObjectMapper mapper) {
        JsonNode message;
        try {
            message = body == null || body.length == 0 ? mapper.missingNode() : mapper.readTree(body);
        } catch (IOException unreadable) {
            throw new Problem(400, "Bad request",
                    "This is no JSON; send Alertmanager's webhook message or {name, status, at}.");
        }
        if (!message.isObject()) {
            throw Problem.invalid("alerts", "Send an object: Alertmanager's webhook message or {name, status, at}.");
        }
        return message.has("alerts") ? ofAlertmanager(message) : new AlertMessage(List.of(plain(message)), 0);
    }

    private static AlertMessage ofAlertmanager(JsonNode message) {
        JsonNode alerts = message.get("alerts");
        if (message.has("version") && !"4".equals(message.path("version").asText())) {
            throw Problem.invalid("version", "Only version 4 of Alertmanager's webhook message is understood.");
        }
        if (!alerts.isArray()) {
            throw Problem.invalid("alerts", "alerts is a list.");
        }
        if (alerts.size() > MOST) {
            throw Problem.invalid("alerts", ("A message holds at most %,d alerts; this one holds %,d, and none was stored. "
                    + "Set max_alerts in Alertmanager's webhook_configs.").formatted(MOST, alerts.size()));
        }
        List<AlertEntry> entries = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            entries.add(entry(alerts.get(i), message.path("commonLabels"), "alerts[" + i + "]"));
        }
        return new AlertMessage(entries, Math.max(0, message.path("truncatedAlerts").asInt()));
    }

    private static AlertEntry entry(JsonNode alert, JsonNode common, String place) {
        if (!alert.isObject()) {
            throw Problem.invalid(place, place + " is no object.");
        }
        JsonNode labels = alert.path("labels");
        String name = labels.path("alertname").asText(common.path("alertname").asText(""));
        if (name.isBlank()) {
            throw Problem.invalid(place + ".labels.alertname", place + " has no label alertname.");
        }
        Instant starts = instant(alert, "startsAt", place);
        if (starts == null) {
            throw Problem.invalid(place + ".startsAt", place + " has no startsAt.");
        }
        String fingerprint = alert.path("fingerprint").asText("");
        return new AlertEntry(TextLimits.kept(TextLimits.LINE, name.strip()),
                fingerprint.isBlank() ? fingerprint(labels) : TextLimits.kept(TextLimits.LINE, fingerprint),
                state(alert, place), starts, ends(alert, place), summary(alert.path("annotations")),
                TextLimits.kept(LONGEST_LABELS, labels.isObject() ? labels.toString() : "{}"));
    }

    private static AlertEntry plain(JsonNode message) {
        String name = message.path("name").asText("");
        if (name.isBlank()) {
            throw Problem.invalid("name", "Give the name of the alert, or Alertmanager's list of alerts.");
        }
        String kept = TextLimits.kept(TextLimits.LINE, name.strip());
        String state = state(message, "");
        Instant at = instant(message, "at", "");
        return new AlertEntry(kept, "name:" + DigestUtils.sha1Hex(kept), state, state.equals("firing") ? at : null,
                state.equals("resolved") ? at : null, null, "{}");
    }

    private static String state(JsonNode alert, String place) {
        String state = alert.path("status").asText("firing");
        if (!STATES.contains(state)) {
            throw Problem.invalid(field(place, "status"), "status is firing or resolved.");
        }
        return state;
    }

    /** An alert that fires may have an end in the future, when it is taken for over unless it is sent again. */
    private static Instant ends(JsonNode alert, String place) {
        Instant ends = instant(alert, "endsAt", place);
        return "resolved".equals(alert.path("status").asText()) ? ends : null;
    }

    private static Instant instant(JsonNode alert, String field, String place) {
        JsonNode said = alert.path(field);
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(said.asText()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (at.isBefore(ZERO)) {
                return null;
            }
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw Problem.invalid(field(place, field), field + " is no time at which an alert can fire.");
            }
            return at;
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field(place, field), field + " is an instant, for example 2027-03-01T10:12:00Z.");
        }
    }

    private static String field(String place, String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    private static String summary(JsonNode annotations) {
        String summary = annotations.path("summary").asText(annotations.path("description").asText(null));
        return TextLimits.kept(LONGEST_SUMMARY, summary);
    }

    /** Of a sender that gives none: the labels tell one alert from another. */
    private static String fingerprint(JsonNode labels) {
        TreeMap<String, String> sorted = new TreeMap<>();
        labels.properties().forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
        return "labels:" + DigestUtils.sha256Hex(sorted.toString().getBytes(StandardCharsets.UTF_8));
    }
}
