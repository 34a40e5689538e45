package dev.blackstart.imports.chaostoolkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.experiment.ValueForms;

/** The configuration and the secrets of an experiment, as a plan may hold them: no secret itself. */
final class ExperimentValues {

    private final ConversionNotes notes;

    ExperimentValues(ConversionNotes notes) {
        this.notes = notes;
    }

    void configuration(PlanNode configuration) {
        configuration.node().fieldNames().forEachRemaining(name -> {
            PlanNode value = configuration.at(name);
            if (ValueForms.isEnvironment(value.node()) && !value.at("default").isThere()) {
                notes.warn(value.pointer(),
                        ("'%s' comes from the environment variable %s, which is not read here: write its value"
                                + " under 'configuration' of the drill's fault and revert. The gate's check 'drivers' asks for it before"
                                + " STARTEX.").formatted(name, value.text("key")));
            } else if (ValueForms.isEnvironment(value.node())) {
                notes.warn(value.pointer(),
                        ("'%s' comes from the environment variable %s, which is not read here: its default is"
                                + " used unless 'configuration' of the drill's fault and revert has a value.").formatted(name,
                                        value.text("key")));
            }
        });
    }

    /** Values that stand in the file become references, so that no plan holds them. */
    ObjectNode secrets(PlanNode secrets) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        secrets.node().fieldNames().forEachRemaining(scope -> {
            ObjectNode group = kept.putObject(scope);
            secrets.at(scope).node().fieldNames()
                    .forEachRemaining(name -> secret(secrets.at(scope).at(name), scope, name, group));
        });
        return kept;
    }

    private void secret(PlanNode value, String scope, String name, ObjectNode group) {
        if (ValueForms.isEnvironment(value.node())) {
            group.set(name, value.node());
            notes.warn(value.pointer(), "Set blackstart.secrets.%s; the gate's check 'drivers' asks for it before STARTEX."
                    .formatted(value.text("key")));
            return;
        }
        String reference = (scope + "_" + name).replaceAll("[^A-Za-z0-9_]", "_");
        group.putObject(name).put("type", "env").put("key", reference);
        notes.warnOfSecret(value.pointer(), (ValueForms.isVault(value.node())
                ? "Vault is not read here: set blackstart.secrets.%s in its place."
                : "The secret's value is not copied into the plan: set blackstart.secrets.%s in its place.")
                .formatted(reference));
    }
}
