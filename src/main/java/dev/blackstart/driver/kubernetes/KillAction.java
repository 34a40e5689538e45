package dev.blackstart.driver.kubernetes;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import io.fabric8.kubernetes.api.model.Pod;

/**
 * {@code kill}: the selected pods are deleted without grace. Their controllers start others, and the revert sees that they do.
 */
@ApplicationScoped
class KillAction implements ClusterAction {

    private final Cluster cluster;
    private final SelectedPods pods;

    KillAction(Cluster cluster, SelectedPods pods) {
        this.cluster = cluster;
        this.pods = pods;
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public List<String> problems(JsonNode settings) {
        return settings.path("selector").isEmpty() ? List.of("Kill needs a selector; without one it would delete all pods.")
                : List.of();
    }

    @Override
    public String describe(JsonNode settings) {
        return "delete " + SelectedPods.shown(settings);
    }

    @Override
    public String inject(DriverCall call) {
        JsonNode settings = call.settings();
        String namespace = settings.path("namespace").asText();
        List<Pod> found = pods.require(namespace, settings.path("selector"), call.targets());
        found.stream().filter(pod -> pod.getMetadata().getOwnerReferences().isEmpty()).findFirst().ifPresent(pod -> {
            throw new DriverFailed(
                    "Pod %s has no controller that would start it again.".formatted(pod.getMetadata().getName()));
        });
        ObjectNode saved = JsonNodeFactory.instance.objectNode().put("action", name()).put("namespace", namespace)
                .put("ready", pods.ready(namespace, settings.path("selector")));
        saved.set("selector", settings.path("selector").deepCopy());
        ArrayNode names = saved.putArray("pods");
        found.forEach(pod -> names.add(pod.getMetadata().getName()));
        call.log().save(saved);
        found.forEach(pod -> cluster.call(client -> client.pods().inNamespace(namespace).withName(pod.getMetadata().getName())
                .withGracePeriod(0).delete()));
        return "Deleted pods: " + String.join(", ", found.stream().map(pod -> pod.getMetadata().getName()).toList()) + ".";
    }

    @Override
    public String restore(JsonNode saved, DriverCall call) {
        long wanted = saved.path("ready").asLong();
        long ready = pods.ready(saved.path("namespace").asText(), saved.path("selector"));
        if (ready < wanted) {
            throw new DriverFailed("%d of %d pods are ready again.".formatted(ready, wanted));
        }
        return "%d pods are ready, as many as before.".formatted(ready);
    }
}
