package dev.blackstart.driver.kubernetes;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetCalls;
import dev.blackstart.driver.TargetHosts;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/** {@code scale}: a deployment gets another number of replicas. */
@ApplicationScoped
class ScaleAction implements ClusterAction {

    private final Cluster cluster;

    ScaleAction(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public List<String> problems(JsonNode settings) {
        List<String> problems = new ArrayList<>();
        if (!settings.hasNonNull("deployment")) {
            problems.add("Scale needs the name of a deployment.");
        }
        if (!settings.hasNonNull("replicas")) {
            problems.add("Scale needs replicas.");
        }
        return problems;
    }

    @Override
    public String describe(JsonNode settings) {
        return "scale deployment %s of %s to %d".formatted(settings.path("deployment").asText(),
                settings.path("namespace").asText(), settings.path("replicas").asInt());
    }

    @Override
    public String inject(DriverCall call) {
        String namespace = call.settings().path("namespace").asText();
        String name = call.settings().path("deployment").asText();
        TargetCalls.make(() -> {
            new TargetHosts(call.targets()).require(ClusterAction.named(name, namespace), 0, null);
            return null;
        });
        Deployment before = cluster.call(client -> client.apps().deployments().inNamespace(namespace).withName(name).get());
        if (before == null) {
            throw new DriverFailed("There is no deployment %s in %s.".formatted(name, namespace));
        }
        if (call.saved() == null) {
            call.log().save(JsonNodeFactory.instance.objectNode().put("action", name()).put("namespace", namespace)
                    .put("deployment", name).put("replicas", before.getSpec().getReplicas()));
        }
        return scale(namespace, name, call.settings().path("replicas").asInt());
    }

    @Override
    public String restore(JsonNode saved, DriverCall call) {
        return scale(saved.path("namespace").asText(), saved.path("deployment").asText(), saved.path("replicas").asInt());
    }

    private String scale(String namespace, String name, int replicas) {
        cluster.call(client -> client.apps().deployments().inNamespace(namespace).withName(name)
                .edit(deployment -> {
                    deployment.getSpec().setReplicas(replicas);
                    return deployment;
                }));
        return "Deployment %s has %d replicas.".formatted(name, replicas);
    }
}
