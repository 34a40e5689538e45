package dev.blackstart.driver.kubernetes;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.driver.DriverCall;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;

/** {@code cut}: a network policy that denies all traffic from and to the selected pods. */
@ApplicationScoped
class CutAction implements ClusterAction {

    private final Cluster cluster;
    private final SelectedPods pods;

    CutAction(Cluster cluster, SelectedPods pods) {
        this.cluster = cluster;
        this.pods = pods;
    }

    @Override
    public String name() {
        return "cut";
    }

    @Override
    public List<String> problems(JsonNode settings) {
        return List.of();
    }

    @Override
    public String describe(JsonNode settings) {
        return "deny all traffic from and to " + SelectedPods.shown(settings);
    }

    @Override
    public String inject(DriverCall call) {
        JsonNode settings = call.settings();
        String namespace = settings.path("namespace").asText();
        int count = pods.require(namespace, settings.path("selector"), call.targets()).size();
        String policy = "blackstart-" + call.fault();
        call.log().save(JsonNodeFactory.instance.objectNode().put("action", name()).put("namespace", namespace)
                .put("policy", policy));
        NetworkPolicy denied = new NetworkPolicyBuilder().withNewMetadata().withName(policy).withNamespace(namespace)
                .addToLabels("app.kubernetes.io/managed-by", "blackstart").endMetadata().withNewSpec().withNewPodSelector()
                .withMatchLabels(SelectedPods.labels(settings.path("selector"))).endPodSelector()
                .withPolicyTypes("Ingress", "Egress").endSpec().build();
        cluster.call(client -> client.network().v1().networkPolicies().inNamespace(namespace).resource(denied).create());
        return "Network policy %s denies all traffic of %d pods.".formatted(policy, count);
    }

    @Override
    public String restore(JsonNode saved, DriverCall call) {
        String policy = saved.path("policy").asText();
        cluster.call(client -> client.network().v1().networkPolicies().inNamespace(saved.path("namespace").asText())
                .withName(policy).delete());
        return "Network policy %s is gone.".formatted(policy);
    }
}
