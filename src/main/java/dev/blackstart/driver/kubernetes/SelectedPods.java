package dev.blackstart.driver.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.readiness.Readiness;

/** Pods by their labels; all of them must belong to the drill's targets. */
@ApplicationScoped
class SelectedPods {

    private final Cluster cluster;

    SelectedPods(Cluster cluster) {
        this.cluster = cluster;
    }

    static Map<String, String> labels(JsonNode selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        selector.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    static String shown(JsonNode settings) {
        Map<String, String> labels = labels(settings.path("selector"));
        return labels.isEmpty() ? "all pods of " + settings.path("namespace").asText()
                : "pods %s of %s".formatted(labels, settings.path("namespace").asText());
    }

    List<Pod> find(String namespace, JsonNode selector) {
        return cluster.call(client -> client.pods().inNamespace(namespace).withLabels(labels(selector)).list().getItems())
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null).toList();
    }

    long ready(String namespace, JsonNode selector) {
        return find(namespace, selector).stream().filter(pod -> Readiness.getInstance().isReady(pod)).count();
    }

    /** @throws DriverFailed where there is none, or one of them is none of the targets' */
    List<Pod> require(String namespace, JsonNode selector, List<TargetSystem> targets) {
        List<Pod> pods = find(namespace, selector);
        if (pods.isEmpty()) {
            throw new DriverFailed("No pods in %s have the labels %s.".formatted(namespace, labels(selector)));
        }
        pods.forEach(pod -> check(pod, targets));
        return pods;
    }

    private static void check(Pod pod, List<TargetSystem> targets) {
        String name = ClusterAction.named(pod.getMetadata().getName(), pod.getMetadata().getNamespace());
        String address = pod.getStatus() == null ? null : pod.getStatus().getPodIP();
        TargetHosts owned = new TargetHosts(targets);
        if (!owned.cover(name, 0, null) && (address == null || !owned.cover(address, 0, null))) {
            throw new DriverFailed(owned.refusal("Pod " + name));
        }
    }
}
