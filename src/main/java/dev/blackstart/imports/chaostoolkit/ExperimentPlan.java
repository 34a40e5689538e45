package dev.blackstart.imports.chaostoolkit;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.experiment.Activities;
import dev.blackstart.imports.PlanAuthor;
import dev.blackstart.web.Texts;

/** A plan with one drill. */
final class ExperimentPlan {

    private static final int LONGEST_LINE = 200;
    private static final String DRILL = "experiment";
    private static final String HYPOTHESIS = "steady-state-hypothesis";

    /** For an activity that names no time limit. */
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Set<String> IN_FAULT = Set.of("title", "description", "tags", "contributions", "runtime", HYPOTHESIS,
            "method");
    private static final Set<String> IN_REVERT = Set.of("title", "description", "rollbacks");

    private final JsonNode experiment;
    private final PlanAuthor author;
    private final ConversionNotes notes;
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    ExperimentPlan(JsonNode experiment, PlanAuthor author, ConversionNotes notes) {
        this.experiment = experiment;
        this.author = author;
        this.notes = notes;
        PlanNode root = new PlanNode("", experiment);
        ExperimentValues forms = new ExperimentValues(notes);
        if (experiment.path("configuration").isObject() && !experiment.get("configuration").isEmpty()) {
            forms.configuration(root.at("configuration"));
            values.set("configuration", experiment.get("configuration"));
        }
        if (experiment.path("secrets").isObject() && !experiment.get("secrets").isEmpty()) {
            values.set("secrets", forms.secrets(root.at("secrets")));
        }
    }

    ObjectNode tree() {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        String title = line(experiment.path("title").asText());
        String system = "target";
        plan.put("key", PlanKeys.of(title)).put("name", title).put("type", "drill").put("intensity", 2)
                .put("environment", "staging").put("owner", author.person()).put("team", author.team());
        plan.putArray("systems").addObject().put("key", system).put("name", "The system that the experiment touches");
        plan.putObject("scenario").put("story", experiment.path("description").asText());
        plan.putObject("schedule").put("duration", "PT1H").put("zone", "UTC");
        plan.putArray("roster").addObject().put("person", author.person()).put("role", "director");
        SteadyStateProbes probes = new SteadyStateProbes(experiment, notes);
        if (!probes.probes().isEmpty()) {
            plan.set("probes", probes.probes());
        }
        drill(plan.putArray("drills").addObject(), title, system, probes);
        timeline(plan);
        mappings();
        return plan;
    }

    private void drill(ObjectNode drill, String title, String system, SteadyStateProbes probes) {
        drill.put("key", DRILL).put("kind", "custom").put("title", title).put("owner", author.person());
        drill.putArray("targets").add(system);
        if (experiment.path(HYPOTHESIS).hasNonNull("title")) {
            drill.put("hypothesis", experiment.path(HYPOTHESIS).path("title").asText());
        }
        action(drill.putObject("fault"), "method", IN_FAULT, Activities.withoutReferences(experiment, "method"));
        if (hasRollbacks()) {
            ObjectNode revert = drill.putObject("revert");
            action(revert, "rollbacks", IN_REVERT, Activities.withoutReferences(experiment, "rollbacks"));
            if (!probes.probes().isEmpty()) {
                revert.putObject("verify").put("probe", probes.probes().get(0).path("key").asText()).put("for", "PT10S");
            }
        }
        drill.put("maxDuration", "PT30M");
    }

    private boolean hasRollbacks() {
        return !experiment.path("rollbacks").isEmpty();
    }

    private void action(ObjectNode action, String list, Set<String> keys, ObjectNode whole) {
        action.put("driver", "chaostoolkit").put("deadline", deadline(whole.path(list), whole.path(HYPOTHESIS).path("probes")));
        ObjectNode part = action.putObject("experiment");
        whole.properties().stream().filter(one -> keys.contains(one.getKey()) && !one.getValue().isNull())
                .forEach(one -> part.set(one.getKey(), one.getValue()));
        part.setAll(values);
        if (part.path(HYPOTHESIS).isObject()) {
            part.set(HYPOTHESIS, Activities.withoutReferences(experiment, experiment.path(HYPOTHESIS), "probes"));
        }
        withoutLeftOut(part);
    }

    private static void withoutLeftOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("provider") || object.has("probes")) {
                object.remove("controls");
                object.remove("dry");
            }
        }
        node.forEach(ExperimentPlan::withoutLeftOut);
    }

    /** Time for every pause and time limit of the activities, and of the hypothesis twice, in whole minutes. */
    private static String deadline(JsonNode activities, JsonNode hypothesis) {
        Duration all = Duration.ZERO;
        for (JsonNode one : activities) {
            all = all.plus(longest(one));
        }
        for (JsonNode one : hypothesis) {
            all = all.plus(longest(one).multipliedBy(2));
        }
        return "PT%dM".formatted(Math.min(all.toMinutes() + 1, Duration.ofHours(12).toMinutes()));
    }

    private static Duration longest(JsonNode activity) {
        double seconds = number(activity.path("pauses").path("before"), 0) + number(activity.path("pauses").path("after"), 0)
                + number(activity.path("timeout"), number(activity.path("provider").path("timeout"), USUAL.toSeconds()));
        return Duration.ofMillis((long) (Math.min(Math.max(seconds, 0), Duration.ofHours(12).toSeconds()) * 1_000));
    }

    private static double number(JsonNode node, double otherwise) {
        return node.isNumber() ? node.asDouble() : otherwise;
    }

    private void timeline(ObjectNode plan) {
        var timeline = plan.putArray("timeline");
        timeline.addObject().put("key", "fault").put("at", "PT10M").put("drill", DRILL);
        if (hasRollbacks()) {
            timeline.addObject().put("key", "back").put("at", "PT30M").put("revert", DRILL);
        }
        timeline.addObject().put("key", "end").put("at", "PT1H").set("endex", JsonNodeFactory.instance.objectNode());
    }

    private void mappings() {
        notes.mapped("/title", "/name");
        notes.mapped("/description", "/scenario/story");
        notes.mapped("/method", "/drills/0/fault/experiment/method");
        if (hasRollbacks()) {
            notes.mapped("/rollbacks", "/drills/0/revert/experiment/rollbacks");
        }
        for (String key : List.of(HYPOTHESIS, "configuration", "secrets", "runtime", "tags", "contributions")) {
            if (experiment.hasNonNull(key)) {
                notes.mapped("/" + key, "/drills/0/fault/experiment/" + key);
            }
        }
    }

    private static String line(String text) {
        return Texts.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE - 1);
    }
}
