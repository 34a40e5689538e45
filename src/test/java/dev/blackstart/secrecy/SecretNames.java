package dev.blackstart.secrecy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What stands behind the name of a collection in an address: keys as control staff know them, and ids as others would. */
final class SecretNames {

    private final SecretExercise day;
    private final Map<String, List<String>> known = new HashMap<>();

    SecretNames(SecretExercise day) {
        this.day = day;
    }

    /** Null for a collection that nobody knows. */
    List<String> of(String collection) {
        return known.computeIfAbsent(collection, this::find);
    }

    /** Of the director; no answer of the API names it. */
    private String seat() {
        return QuarkusTransaction.requiringNew()
                .call(() -> RosterEntry.of(UUID.fromString(day.id), "dana").get(0).id.toString());
    }

    private List<String> find(String collection) {
        return switch (collection) {
            case "exercises" -> List.of(day.id);
            case "plans", "recurring" -> List.of(day.plan);
            case "timeline" -> both("/timeline");
            case "live" -> List.of("me", "control-room", "call-trees", "gate", "evaluation", "banner");
            case "call-trees" -> List.of(day.markers.of("tree-key"));
            case "activations" -> orUnknown(activations());
            case "contacts" -> orUnknown(tried("root.id"));
            case "contact-attempts", "attempts", "calls" -> orUnknown(tried("root.attempts[0].id"));
            // whoever holds a link reads its message: that is what it is for
            case "ack", "unsubscribe", "corrections" -> orUnknown(List.of());
            case "drills" -> List.of(day.markers.of("drill-key"), day.markers.of("later-drill-key"));
            case "probes" -> List.of(day.markers.of("probe-key"));
            case "alerts" -> List.of(UUID.randomUUID().toString());
            case "runbooks" -> List.of(day.markers.of("runbook-key"));
            case "steps" -> List.of(day.markers.of("step-key"));
            case "failure-modes" -> List.of(day.markers.of("mode-key"));
            case "assumptions" -> List.of(day.markers.of("assumption-key"));
            case "objectives" -> List.of(day.markers.of("objective-key"));
            case "expectations" -> List.of(day.markers.of("expect-key"));
            case "people" -> List.of("pia", "dana");
            case "teams" -> List.of("storage");
            case "roster" -> List.of(seat());
            case "systems" -> List.of("payments-ledger");
            case "blackouts", "incidents", "imports" -> List.of(UUID.randomUUID().toString());
            case "findings" -> orUnknown(listed("findings", "items.id"));
            case "attachments" -> orUnknown(listed("findings", "items.attachments.id.flatten()"));
            case "notes" -> orUnknown(listed("journal?limit=1000", "entries.findAll { it.type == 'note' }.data.note"));
            case "preparation" -> orUnknown(listed("preparation", "items.id"));
            case "files" -> Stream.concat(Stream.of("people.csv", "teams.yaml", "systems.csv"), files().stream()).toList();
            case "single-points" -> orUnknown(GameDay.as("dana").get("/api/single-points").jsonPath()
                    .getList("items.findAll { it.title == '" + day.markers.of("single-point") + "' }.id"));
            case "confirmations" -> List.of("start", "resume", day.markers.of("drill-key"));
            case "deconfliction", "stories", "answers", "concerns", "notices", "defect-offers", "signals" ->
                List.of(UUID.randomUUID().toString());
            case "comments" -> List.of(UUID.randomUUID().toString());
            case "revisions" -> List.of("1");
            case "tasks" -> List.of("purpose");
            case "sections" -> List.of("summary");
            case "insight" -> List.of("metrics", "coverage", "recovery", "actions", "severity", "detection", "participation",
                    "culture", "assumptions", "programme");
            case "campaigns" -> List.of(day.markers.of("campaign"));
            case "defects" -> List.of(day.defect, day.pointDefect);
            case "actions" -> day.actions.isEmpty() ? List.of(day.defect) : day.actions;
            default -> null;
        };
    }

    /** What an answer of the API lists under the exercise. */
    List<String> listed(String what, String path) {
        return GameDay.as("dana").get("/api/exercises/" + day.id + "/" + what).jsonPath().getList(path);
    }

    private List<String> files() {
        List<String> items = listed("preparation", "items.id");
        return orUnknown(items.isEmpty() ? List.of()
                : GameDay.as("dana").get("/api/preparation/" + items.get(0) + "/files").jsonPath().getList("items.id"));
    }

    private List<String> activations() {
        return GameDay.as("dana").get("/api/exercises/" + day.id + "/call-trees").jsonPath()
                .getList("items.activations.flatten().id");
    }

    private List<String> tried(String path) {
        return activations().stream().map(one -> GameDay.as("dana").get("/api/activations/" + one).jsonPath().getString(path))
                .toList();
    }

    /** Where there is none yet, one that never was. */
    private static List<String> orUnknown(List<String> ids) {
        return ids.isEmpty() ? List.of(UUID.randomUUID().toString()) : ids;
    }

    private List<String> both(String path) {
        List<String> names = new ArrayList<>(day.items().getList("items.key"));
        names.addAll(day.items().getList("items.id"));
        return names;
    }
}
