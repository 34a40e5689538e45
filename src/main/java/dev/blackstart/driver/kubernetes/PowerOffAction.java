package dev.blackstart.driver.kubernetes;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;

/** {@code power-off}: a node takes no pods any more, and those it has are evicted; daemons and static pods stay, as always. */
@ApplicationScoped
class PowerOffAction implements ClusterAction {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final Cluster cluster;

    PowerOffAction(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "power-off";
    }

    @Override
    public List<String> problems(JsonNode settings) {
        return settings.hasNonNull("node") ? List.of() : List.of("Power-off needs the name of a node.");
    }

    @Override
    public String describe(JsonNode settings) {
        return "cordon node %s and evict its pods".formatted(settings.path("node").asText());
    }

    @Override
    public String inject(DriverCall call) {
        String name = call.settings().path("node").asText();
        Node node = Optional.ofNullable(cluster.call(client -> client.nodes().withName(name).get()))
                .orElseThrow(() -> new DriverFailed("There is no node %s.".formatted(name)));
        checkNode(node, call.targets());
        List<Pod> pods = evicted(name);
        pods.forEach(this::checkPod);
        call.log().save(JsonNodeFactory.instance.objectNode().put("action", name()).put("node", name).put("unschedulable",
                Boolean.TRUE.equals(node.getSpec().getUnschedulable())));
        cordon(name, true);
        List<String> kept = pods.stream().filter(pod -> !evict(pod)).map(pod -> pod.getMetadata().getName()).toList();
        if (!kept.isEmpty()) {
            throw new DriverFailed("A disruption budget keeps pods on node %s: %s.".formatted(name, String.join(", ", kept)));
        }
        return "Node %s takes no pods; %d are evicted.".formatted(name, pods.size());
    }

    private static void checkNode(Node node, List<TargetSystem> targets) {
        String name = node.getMetadata().getName();
        TargetHosts owned = new TargetHosts(targets);
        boolean byAddress = node.getStatus() != null && node.getStatus().getAddresses().stream()
                .anyMatch(address -> owned.cover(address.getAddress(), 0, null));
        if (!byAddress && !owned.cover(name, 0, null)) {
            throw new DriverFailed(owned.refusal("Node " + name));
        }
    }

    private void checkPod(Pod pod) {
        if (!cluster.mayTouch(pod.getMetadata().getNamespace())) {
            throw new DriverFailed("Pod %s of namespace %s runs there, which drills may not touch.".formatted(
                    pod.getMetadata().getName(), pod.getMetadata().getNamespace()));
        }
    }

    private List<Pod> evicted(String node) {
        return cluster.call(client -> client.pods().inAnyNamespace().withField("spec.nodeName", node).list().getItems())
                .stream()
                .filter(pod -> pod.getSpec() != null && node.equals(pod.getSpec().getNodeName()))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> pod.getMetadata().getOwnerReferences().stream()
                        .noneMatch(owner -> owner.getKind().equals("DaemonSet")))
                .filter(pod -> pod.getMetadata().getAnnotations() == null
                        || !pod.getMetadata().getAnnotations().containsKey(MIRROR))
                .toList();
    }

    private boolean evict(Pod pod) {
        return cluster.call(client -> client.pods().inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName()).evict());
    }

    private void cordon(String node, boolean cordoned) {
        cluster.call(client -> client.nodes().withName(node).edit(found -> {
            found.getSpec().setUnschedulable(cordoned);
            return found;
        }));
    }

    @Override
    public String restore(JsonNode saved, DriverCall call) {
        String name = saved.path("node").asText();
        boolean before = saved.path("unschedulable").asBoolean();
        cordon(name, before);
        return before ? "Node %s stays cordoned, as before.".formatted(name) : "Node %s takes pods again.".formatted(name);
    }
}
