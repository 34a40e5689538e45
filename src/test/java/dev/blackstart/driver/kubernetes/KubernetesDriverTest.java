package dev.blackstart.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;

/** Against fabric8's API server in memory: no cluster can run here. */
class KubernetesDriverTest {

    private static final String RESTORE = "{'driver': 'kubernetes', 'action': 'restore', 'namespace': 'staging'}";
    private static final String CUT = "{'driver': 'kubernetes', 'action': 'cut', 'namespace': 'staging',"
            + " 'selector': {'app': 'orders'}}";
    private static final String KILL = CUT.replace("cut", "kill");
    private static final String SCALE = "{'driver': 'kubernetes', 'action': 'scale', 'namespace': 'staging',"
            + " 'deployment': 'orders', 'replicas': 0}";
    private static final String POWER_OFF = "{'driver': 'kubernetes', 'action': 'power-off', 'namespace': 'staging',"
            + " 'node': 'node-1'}";

    private final DriverCalls fault = new DriverCalls(
            new TargetSystem("orders", List.of("orders-*.staging", "orders.staging", "node-1")));
    private final EvictingServer dispatcher = new EvictingServer();
    private KubernetesMockServer server;
    private KubernetesClient client;
    private KubernetesDriver driver;

    @BeforeEach
    void start() {
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
        server.init();
        client = server.createClient();
        driver = driver(Map.of("blackstart.drivers.kubernetes.url", server.url("/").toString()));
        pod("staging", "orders-1", Map.of("app", "orders"));
        pod("staging", "orders-2", Map.of("app", "orders"));
        pod("staging", "stock-1", Map.of("app", "stock"));
        client.apps().deployments().inNamespace("staging").resource(new DeploymentBuilder().withNewMetadata().withName("orders")
                .endMetadata().withNewSpec().withReplicas(3).endSpec().build()).create();
        client.nodes().resource(new NodeBuilder().withNewMetadata().withName("node-1").endMetadata().withNewSpec().endSpec()
                .withNewStatus().addNewAddress("10.0.0.7", "InternalIP").endStatus().build()).create();
    }

    private static KubernetesDriver driver(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("blackstart.drivers.kubernetes.enabled", "true");
        properties.put("blackstart.drivers.kubernetes.namespaces", "staging");
        Cluster cluster = new Cluster(Configured.mapping(KubernetesConfig.class, properties),
                new TargetSecrets(Configured.with(Map.of())));
        SelectedPods pods = new SelectedPods(cluster);
        return new KubernetesDriver(cluster, new CutAction(cluster, pods), new KillAction(cluster, pods),
                new ScaleAction(cluster),
                new PowerOffAction(cluster));
    }

    private void pod(String namespace, String name, Map<String, String> labels) {
        pod(namespace, name, labels, "ReplicaSet");
    }

    private void pod(String namespace, String name, Map<String, String> labels, String owner) {
        PodBuilder pod = new PodBuilder().withNewMetadata().withName(name).withNamespace(namespace).withLabels(labels)
                .endMetadata().withNewSpec().withNodeName("node-1").endSpec().withNewStatus().withPodIP("10.1.0.9")
                .addNewCondition().withType("Ready").withStatus("True").endCondition().endStatus();
        if (owner != null) {
            pod.editMetadata().addNewOwnerReference().withKind(owner).withName("x").withApiVersion("apps/v1").withUid("u")
                    .endOwnerReference().endMetadata();
        }
        client.pods().inNamespace(namespace).resource(pod.build()).create();
    }

    @AfterEach
    void stop() {
        client.close();
        server.destroy();
    }

    private List<String> pods() {
        return client.pods().inAnyNamespace().list().getItems().stream().map(Pod::getMetadata).map(one -> one.getName())
                .sorted()
                .toList();
    }

    private List<NetworkPolicy> policies() {
        return client.network().v1().networkPolicies().inNamespace("staging").list().getItems();
    }

    @Test
    void cut_denyAllPolicyForTheSelectedPods_goneAfterRestore() {
        assertThat(driver.inject(fault.call(CUT))).contains("denies all traffic of 2 pods");
        assertThat(policies()).singleElement().satisfies(policy -> {
            assertThat(policy.getMetadata().getName()).isEqualTo("blackstart-" + fault.fault);
            assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(Map.of("app", "orders"));
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEmpty();
            assertThat(policy.getSpec().getEgress()).isEmpty();
        });
        driver.revert(fault.call(RESTORE));
        driver.revert(fault.call(RESTORE));
        assertThat(policies()).isEmpty();
    }

    @Test
    void cut_podOfNoTarget_refusedAndNothingCreated() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(CUT.replace("'app': 'orders'", "'app': 'stock'"))))
                .withMessageContaining("Pod stock-1.staging belongs to none of the targets orders");
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(CUT.replace(", 'selector': {'app': 'orders'}", ""))));
        assertThat(policies()).isEmpty();
        assertThat(fault.saved.get()).isNull();
    }

    @Test
    void kill_deletesPods_restoreWaitsForAsManyReadyOnes() {
        assertThat(driver.inject(fault.call(KILL))).isEqualTo("Deleted pods: orders-1, orders-2.");
        assertThat(pods()).containsExactly("stock-1");
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.revert(fault.call(RESTORE)))
                .withMessage("0 of 2 pods are ready again.");
        pod("staging", "orders-3", Map.of("app", "orders"));
        pod("staging", "orders-4", Map.of("app", "orders"));
        assertThat(driver.revert(fault.call(RESTORE))).isEqualTo("2 pods are ready, as many as before.");
    }

    @Test
    void kill_podWithoutController_refusedAndNothingDeleted() {
        pod("staging", "orders-alone", Map.of("app", "orders"), null);
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(KILL)))
                .withMessageContaining("orders-alone has no controller");
        assertThat(pods()).hasSize(4);
    }

    @Test
    void kill_nothingSelected_failed() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(KILL.replace("'app': 'orders'", "'app': 'nothing'"))))
                .withMessageContaining("No pods in staging");
    }

    @Test
    void scale_toZero_previousNumberRestored() {
        driver.inject(fault.call(SCALE));
        assertThat(replicas()).isZero();
        driver.revert(fault.call(RESTORE));
        driver.revert(fault.call(RESTORE));
        assertThat(replicas()).isEqualTo(3);
    }

    @Test
    void scale_revertToANumber_scaled() {
        driver.inject(fault.call(SCALE));
        driver.revert(fault.call(SCALE.replace("'replicas': 0", "'replicas': 2")));
        assertThat(replicas()).isEqualTo(2);
    }

    @Test
    void scale_deploymentOfNoTarget_refused() {
        DriverCalls other = new DriverCalls(new TargetSystem("stock", List.of("stock.staging")));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(other.call(SCALE)));
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(other.call(SCALE.replace("'orders'", "'stock'"))))
                .withMessage("There is no deployment stock in staging.");
        assertThat(replicas()).isEqualTo(3);
    }

    private int replicas() {
        return client.apps().deployments().inNamespace("staging").withName("orders").get().getSpec().getReplicas();
    }

    @Test
    void powerOff_cordonsAndEvictsAllButDaemons_restoreUncordons() {
        pod("staging", "log-agent", Map.of("app", "log"), "DaemonSet");
        assertThat(driver.inject(fault.call(POWER_OFF))).isEqualTo("Node node-1 takes no pods; 3 are evicted.");
        assertThat(pods()).containsExactly("log-agent");
        assertThat(node().getSpec().getUnschedulable()).isTrue();
        driver.revert(fault.call(RESTORE));
        driver.revert(fault.call(RESTORE));
        assertThat(node().getSpec().getUnschedulable()).isNotEqualTo(Boolean.TRUE);
    }

    @Test
    void powerOff_cordonedBefore_staysCordoned() {
        client.nodes().withName("node-1").edit(found -> {
            found.getSpec().setUnschedulable(true);
            return found;
        });
        driver.inject(fault.call(POWER_OFF));
        driver.revert(fault.call(RESTORE));
        assertThat(node().getSpec().getUnschedulable()).isTrue();
    }

    @Test
    void powerOff_disruptionBudget_failedWithStateSaved() {
        pod("staging", "orders-kept", Map.of("app", "orders"));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(POWER_OFF)))
                .withMessageContaining("disruption budget keeps pods on node node-1: orders-kept");
        driver.revert(fault.call(RESTORE));
        assertThat(node().getSpec().getUnschedulable()).isNotEqualTo(Boolean.TRUE);
    }

    @Test
    void powerOff_podOfAnotherNamespaceOnTheNode_refusedAndNodeUntouched() {
        pod("payments", "ledger-1", Map.of("app", "ledger"));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(POWER_OFF)))
                .withMessageContaining("ledger-1 of namespace payments");
        assertThat(node().getSpec().getUnschedulable()).isNotEqualTo(Boolean.TRUE);
    }

    @Test
    void powerOff_nodeOfNoTargetOrUnknown_refused() {
        DriverCalls other = new DriverCalls(new TargetSystem("stock", List.of("node-2")));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(other.call(POWER_OFF)))
                .withMessageContaining("Node node-1 belongs to none");
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(other.call(POWER_OFF.replace("node-1", "node-2"))));
    }

    private Node node() {
        return client.nodes().withName("node-1").get();
    }

    @Test
    void inject_namespaceNotAllowed_refused() {
        for (String namespace : List.of("payments", "kube-system")) {
            String settings = CUT.replace("staging", namespace);
            assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(settings)));
            assertThat(driver.problems(DriverCalls.json(settings), fault.targets())).hasSize(1);
        }
    }

    @Test
    void inject_stateCannotBeSaved_clusterUntouched() {
        for (String settings : List.of(CUT, KILL, SCALE, POWER_OFF)) {
            var call = new dev.blackstart.driver.DriverCall(fault.fault, DriverCalls.json(settings), fault.targets(),
                    java.time.Duration.ofSeconds(5), null, state -> {
                        throw new DriverFailed("The database is away.", (String) null);
                    });
            assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(call));
        }
        assertThat(policies()).isEmpty();
        assertThat(pods()).hasSize(3);
        assertThat(replicas()).isEqualTo(3);
        assertThat(node().getSpec().getUnschedulable()).isNotEqualTo(Boolean.TRUE);
    }

    @Test
    void inject_noCluster_outcomeUnknownWithoutRetries() {
        KubernetesDriver lost = driver(Map.of("blackstart.drivers.kubernetes.url", "http://127.0.0.1:1/"));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> lost.inject(fault.call(CUT)))
                .withMessageStartingWith("Kubernetes: ");
    }

    @Test
    void revert_nothingSavedOrNoRevertAtAll_said() {
        assertThat(driver.revert(fault.call(RESTORE))).isEqualTo("The fault has changed nothing.");
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.revert(fault.call(CUT)));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(RESTORE)));
    }

    @Test
    void problems_andDescription_sayWhatIsWrongAndWhatWouldBeDone() {
        assertThat(driver.problems(DriverCalls.json(CUT), fault.targets())).isEmpty();
        assertThat(driver.problems(DriverCalls.json("{'action': 'scale', 'namespace': 'staging'}"), fault.targets()))
                .hasSize(2);
        assertThat(driver.problems(DriverCalls.json("{'action': 'kill', 'namespace': 'staging'}"), fault.targets())).hasSize(1);
        assertThat(driver.problems(DriverCalls.json("{'action': 'power-off', 'namespace': 'staging'}"), fault.targets()))
                .hasSize(1);
        assertThat(driver.problems(DriverCalls.json(CUT), List.of(new TargetSystem("x", List.of())))).hasSize(1);
        assertThat(driver.describe(DriverCalls.json(CUT), fault.targets()))
                .containsExactly("Kubernetes: deny all traffic from and to pods {app=orders} of staging");
        assertThat(driver.describe(DriverCalls.json(SCALE), fault.targets()))
                .containsExactly("Kubernetes: scale deployment orders of staging to 0");
        assertThat(driver.describe(DriverCalls.json(RESTORE), fault.targets()))
                .containsExactly("Kubernetes: restore what the fault has changed");
    }
}
