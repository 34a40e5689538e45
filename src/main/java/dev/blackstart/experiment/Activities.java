package dev.blackstart.experiment;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.source.Suggestion;

/** The activities of an experiment, and references between them. */
public final class Activities {

    public static final List<String> TYPES = List.of("probe", "action");

    private Activities() {
    }

    /** All that are written out, in the order of the hypothesis, the method and the rollbacks. */
    public static List<JsonNode> all(JsonNode experiment) {
        return listed(experiment).filter(one -> one.isObject() && !one.has("ref")).toList();
    }

    /** A sentence for each reference to an activity that is not there. */
    public static List<String> danglingReferences(JsonNode experiment) {
        return listed(experiment).filter(one -> one.has("ref") && resolved(one, experiment) == one)
                .map(one -> one.get("ref").asText())
                .map(name -> "There is no activity named '%s'.%s".formatted(name, suggestion(experiment, name))).toList();
    }

    private static Stream<JsonNode> listed(JsonNode experiment) {
        return Stream.of(experiment.path("steady-state-hypothesis").path("probes"), experiment.path("method"),
                experiment.path("rollbacks")).flatMap(list -> StreamSupport.stream(list.spliterator(), false));
    }

    /** The first of this name, or null. */
    static JsonNode named(JsonNode experiment, String name) {
        return all(experiment).stream().filter(one -> name.equals(one.path("name").textValue())).findFirst().orElse(null);
    }

    static String suggestion(JsonNode experiment, String name) {
        return Suggestion.sentence(name, all(experiment).stream().map(one -> one.path("name").asText()).distinct().toList());
    }

    /** What a reference stands for; any other activity itself. */
    public static JsonNode resolved(JsonNode activity, JsonNode experiment) {
        JsonNode named = activity.has("ref") ? named(experiment, activity.get("ref").asText()) : null;
        return named == null ? activity : named;
    }

    /** A copy of the experiment in which no activity of the method, or of another list, refers to one elsewhere. */
    public static ObjectNode withoutReferences(JsonNode experiment, String list) {
        return withoutReferences(experiment, experiment, list);
    }

    /** The same for the list of an object in it, such as the probes of the hypothesis. */
    public static ObjectNode withoutReferences(JsonNode experiment, JsonNode part, String list) {
        ObjectNode copy = part.deepCopy();
        ArrayNode activities = copy.putArray(list);
        part.path(list).forEach(one -> activities.add(resolved(one, experiment).deepCopy()));
        return copy;
    }

    public static String nameOf(JsonNode activity) {
        return activity.path("name").asText(activity.path("ref").asText("unnamed"));
    }
}
