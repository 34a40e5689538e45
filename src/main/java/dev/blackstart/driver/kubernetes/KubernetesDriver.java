package dev.blackstart.driver.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;

/**
 * {@code {driver: kubernetes, action: cut | kill | scale | power-off, namespace: …}}; the revert is {@code action: restore},
 * which
 * restores what the fault has saved, or {@code scale}. The hosts of the targets cover pods and deployments as
 * {@code NAME.NAMESPACE}, pods also by their address, and nodes by name or address.
 */
@ApplicationScoped
public class KubernetesDriver implements AutomaticDriver {

    private static final String ACTION = "action";
    private static final String RESTORE = "restore";
    private static final String SCALE = "scale";

    private final Cluster cluster;
    private final Map<String, ClusterAction> actions = new TreeMap<>();

    KubernetesDriver(Cluster cluster, CutAction cut, KillAction kill, ScaleAction scale, PowerOffAction powerOff) {
        this.cluster = cluster;
        List.of(cut, kill, scale, powerOff).forEach(action -> actions.put(action.name(), action));
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public boolean isSwitchedOn() {
        return cluster.isSwitchedOn();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        List<String> problems = new ArrayList<>();
        String namespace = settings.path("namespace").asText();
        if (!cluster.mayTouch(namespace)) {
            problems.add("Namespace %s is not among blackstart.drivers.kubernetes.namespaces.".formatted(namespace));
        }
        String action = settings.path(ACTION).asText();
        if (actions.containsKey(action)) {
            problems.addAll(actions.get(action).problems(settings));
        }
        if (new TargetHosts(targets).areUnknown()) {
            problems.add(
                    "No hosts are known of %s; write pods and deployments as NAME.NAMESPACE, and nodes, as hosts of the system."
                            .formatted(new TargetHosts(targets).keys()));
        }
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        ClusterAction action = actions.get(settings.path(ACTION).asText());
        return List.of("Kubernetes: " + (action == null ? "restore what the fault has changed" : action.describe(settings)));
    }

    @Override
    public String inject(DriverCall call) {
        ClusterAction action = actions.get(call.settings().path(ACTION).asText());
        if (action == null) {
            throw new DriverFailed("Restore is a revert; a fault is one of %s.".formatted(actions.keySet()));
        }
        check(call.settings());
        return action.inject(call);
    }

    @Override
    public String revert(DriverCall call) {
        String wanted = call.settings().path(ACTION).asText();
        if (wanted.equals(SCALE)) {
            check(call.settings());
            return actions.get(SCALE).inject(call);
        }
        if (!wanted.equals(RESTORE)) {
            throw new DriverFailed("A revert is %s or %s, not %s.".formatted(RESTORE, SCALE, wanted));
        }
        if (call.saved() == null) {
            return "The fault has changed nothing.";
        }
        ClusterAction done = actions.get(call.saved().path(ACTION).asText());
        if (done == null) {
            throw new DriverFailed("What the fault has saved cannot be read.", call.saved().toString());
        }
        return done.restore(call.saved(), call);
    }

    private void check(JsonNode settings) {
        String namespace = settings.path("namespace").asText();
        if (!cluster.mayTouch(namespace)) {
            throw new DriverFailed("Namespace %s is not among blackstart.drivers.kubernetes.namespaces.".formatted(namespace));
        }
    }
}
