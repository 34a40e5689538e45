package dev.blackstart.experiment;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a value of the configuration or a secret comes from. */
public final class ValueForms {

    private static final String TYPE = "type";
    private static final String SECRET = "${secret:";

    private ValueForms() {
    }

    /** {@code {type: env, key: NAME}} */
    public static boolean isEnvironment(JsonNode value) {
        return value.isObject() && value.path(TYPE).asText().equals("env") && value.path("key").isTextual();
    }

    /** {@code {type: vault, path: …}} */
    public static boolean isVault(JsonNode value) {
        return value.isObject() && value.path(TYPE).asText().equals("vault");
    }

    /** {@code {type: probe, provider: …}}, run when the experiment begins. */
    public static boolean isProbe(JsonNode value) {
        return value.isObject() && value.path(TYPE).asText().equals("probe") && value.has("provider");
    }

    /** The secret of the platform that stands for a value of the environment, as plans refer to it. */
    public static String secret(JsonNode environment) {
        return SECRET + environment.path("key").asText() + "}";
    }

    /** Whether a text in it refers to a secret of the platform. */
    public static boolean refersToSecret(JsonNode tree) {
        return tree.toString().contains(SECRET);
    }
}
