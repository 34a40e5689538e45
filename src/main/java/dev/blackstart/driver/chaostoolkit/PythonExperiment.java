package dev.blackstart.driver.chaostoolkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.experiment.ValueForms;
import dev.blackstart.target.TargetSecrets;

/**
 * An experiment of one Python activity, for {@code chaos run}. It holds no secret: each is in a variable of the environment, to
 * which it refers as Chaos Toolkit does.
 */
final class PythonExperiment {

    private static final String VARIABLE = "BLACKSTART_SECRET_";

    /** Of secrets, for those that arguments refer to by <code>${secret:NAME}</code>. */
    private static final String SCOPE = "blackstart";

    /** Objects that Chaos Toolkit would read or run, whoever wrote them. */
    private static final Set<String> CARRIED_OUT = Set.of("env", "probe");

    private final TargetSecrets secrets;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final ObjectNode scopes = tree.putObject("secrets");
    private final ObjectNode own = scopes.putObject(SCOPE);

    /** @param provider whose arguments are filled in */
    PythonExperiment(JsonNode experiment, JsonNode provider, boolean acts, Substitution values, TargetSecrets secrets) {
        this.secrets = secrets;
        String name = PythonActivities.function(provider);
        tree.put("title", name).put("description", "One activity of a drill.");
        ObjectNode configuration = tree.putObject("configuration");
        experiment.path("configuration").fieldNames().forEachRemaining(
                key -> values.value(key).ifPresent(value -> configuration.set(key, configured(key, value))));
        ObjectNode activity = tree.putArray("method").addObject().put("type", acts ? "action" : "probe").put("name", name);
        ObjectNode called = activity.putObject("provider").put("type", "python");
        called.set("module", provider.path("module"));
        called.set("func", provider.path("func"));
        called.set("arguments", provider.path("arguments").isObject() ? argument(provider.get("arguments"))
                : JsonNodeFactory.instance.objectNode());
        if (provider.path("secrets").isArray()) {
            called.set("secrets", provider.get("secrets"));
            provider.get("secrets").forEach(scope -> scope(scope.asText(), experiment.path("secrets")));
        }
    }

    String text() {
        return tree.toString();
    }

    /** Names and values of the variables that it refers to. */
    Map<String, String> environment() {
        return environment;
    }

    private JsonNode configured(String key, JsonNode value) {
        String type = value.path("type").asText();
        if (CARRIED_OUT.contains(type)) {
            throw new ActivityFailed("Configuration '%s' is an object of type '%s', which Chaos Toolkit would carry out."
                    .formatted(key, type));
        }
        if (!ValueForms.refersToSecret(value)) {
            return value;
        }
        JsonNode resolved = secrets.resolve(value);
        return resolved.isTextual() ? variable(resolved.textValue())
                : variable(resolved.toString()).put("env_var_type", "json");
    }

    private void scope(String name, JsonNode all) {
        ObjectNode scope = scopes.withObjectProperty(name);
        all.path(name).properties().stream().filter(one -> ValueForms.isEnvironment(one.getValue()))
                .forEach(one -> scope.set(one.getKey(), variable(secrets.resolve(ValueForms.secret(one.getValue())))));
    }

    /** Dollar signs are doubled: what is there now is what the function gets. */
    private JsonNode argument(JsonNode value) {
        if (value.isTextual() && ValueForms.refersToSecret(value)) {
            String name = SCOPE + "_" + (environment.size() + 1);
            own.set(name, variable(secrets.resolve(value.textValue())));
            return TextNode.valueOf("${" + name + "}");
        } else if (value.isTextual()) {
            return TextNode.valueOf(value.textValue().replace("$", "$$"));
        } else if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> list.add(argument(one)));
            return list;
        } else if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(one -> object.set(one.getKey(), argument(one.getValue())));
            return object;
        }
        return value;
    }

    private ObjectNode variable(String value) {
        String variable = VARIABLE + (environment.size() + 1);
        environment.put(variable, value);
        return JsonNodeFactory.instance.objectNode().put("type", "env").put("key", variable);
    }
}
