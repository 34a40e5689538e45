package dev.blackstart.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;

/** The Helm chart, rendered by Helm itself and read strictly by the classes of the Kubernetes API. */
class ChartTest {

    private static final Path CHART = Path.of("helm");
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    @TempDir
    static Path chart;

    static Stream<Path> valuesFiles() throws IOException {
        try (Stream<Path> files = Files.list(CHART.resolve("ci"))) {
            return Stream.concat(Stream.of(CHART.resolve("values.yaml")), files.sorted().toList().stream());
        }
    }

    /** Helm leaves hooks out of what it renders: here the test pod is an object like the others. */
    @BeforeAll
    static void takeHooksAsObjects() throws IOException {
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = chart.resolve(CHART.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replaceAll("helm\\.sh/hook", "example.org/hook"));
            }
        }
    }

    private static TemplateCommand template() {
        return new Helm(chart).template().withName("games").withNamespace("resilience");
    }

    private static List<HasMetadata> rendered(Path values) {
        return Stream.of(template().withValuesFile(values).call().split("(?m)^---\\s*$"))
                .filter(part -> part.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .map(part -> (HasMetadata) KUBERNETES.unmarshal(part)).toList();
    }

    private static <T extends HasMetadata> T only(List<HasMetadata> objects, Class<T> type) {
        List<T> found = objects.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void lint_strict_nothingToSay() {
        LintResult result = new Helm(CHART).lint().strict().call();
        assertThat(result.isFailed()).as(String.valueOf(result.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void objects_everyFieldIsOneOfTheApi(Path values) {
        List<HasMetadata> objects = rendered(values);
        assertThat(objects).hasSizeGreaterThanOrEqualTo(3);
        for (HasMetadata object : objects) {
            String what = object.getKind() + " of " + values;
            assertThat(object).as(what).isNotInstanceOf(GenericKubernetesResource.class);
            assertThat(unknown(object, what)).as(what).isEmpty();
            assertThat(object.getMetadata().getLabels()).as(what).containsEntry("app.kubernetes.io/instance", "games");
        }
    }

    /** The pods' part of the restricted Pod Security Standard, rule by rule. */
    @ParameterizedTest
    @MethodSource("valuesFiles")
    void pods_satisfyTheRestrictedStandard(Path values) {
        List<HasMetadata> objects = rendered(values);
        List<PodSpec> pods = List.of(only(objects, Deployment.class).getSpec().getTemplate().getSpec(),
                only(objects, Pod.class).getSpec());
        for (PodSpec pod : pods) {
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
            for (Container container : pod.getContainers()) {
                SecurityContext context = container.getSecurityContext();
                assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                assertThat(context.getPrivileged()).isNull();
                assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(context.getCapabilities().getAdd()).isEmpty();
                assertThat(container.getPorts()).allMatch(port -> port.getHostPort() == null);
            }
        }
    }

    @Test
    void rights_driverOff_none() {
        List<HasMetadata> objects = rendered(CHART.resolve("values.yaml"));
        assertThat(objects).noneMatch(object -> object.getKind().contains("Role"));
        assertThat(only(objects, Deployment.class).getSpec().getTemplate().getSpec().getAutomountServiceAccountToken())
                .isFalse();
    }

    @Test
    void rights_driverOn_inItsNamespacesAlone() {
        List<HasMetadata> gateway = rendered(CHART.resolve("ci/gateway.yaml"));
        assertThat(only(gateway, Role.class).getMetadata().getNamespace()).isEqualTo("staging");
        assertThat(gateway).noneMatch(ClusterRole.class::isInstance);
        List<HasMetadata> everything = rendered(CHART.resolve("ci/everything.yaml"));
        assertThat(everything.stream().filter(Role.class::isInstance).map(role -> role.getMetadata().getNamespace()))
                .containsExactlyInAnyOrder("staging", "load-test");
        assertThat(only(everything, ClusterRole.class).getRules()).flatExtracting("verbs").doesNotContain("*", "delete");
    }

    /** Every text that a value brings into the pod comes from a Secret where it is one. */
    @Test
    void secrets_neverAsText() {
        Container container = only(rendered(CHART.resolve("ci/everything.yaml")), Deployment.class).getSpec().getTemplate()
                .getSpec().getContainers().get(0);
        assertThat(container.getEnv()).filteredOn(one -> one.getName().matches(".*(PASSWORD|SECRET|TOKEN|ENCRYPTION_KEY)$"))
                .hasSize(6).allMatch(one -> one.getValue() == null && one.getValueFrom().getSecretKeyRef() != null);
        assertThat(container.getEnv()).extracting("name").doesNotHaveDuplicates();
    }

    /** The thresholds are filled in, and the alert's own templates are left to Prometheus. */
    @Test
    void rules_holdTheThresholds() {
        PrometheusRule rule = only(rendered(CHART.resolve("ci/everything.yaml")), PrometheusRule.class);
        assertThat(rule.getSpec().getGroups().get(0).getRules().get(0).getExpr().getStrVal()).endsWith("[10m]))) > 0.5");
        assertThat(KUBERNETES.asYaml(rule)).contains("{{ $labels.channel }}").doesNotContain(".Values");
    }

    @ParameterizedTest
    @CsvSource({ "web.address, games.example.org, address", "database.url, jdbc:h2:mem:x, url",
            "database.connections, 10, connections", "replicaCount, 0, replicaCount", "mail.startTls, maybe, startTls",
            "replicas, 3, replicas", "kubernetesDriver.enabled, true, namespaces", "oidc.enabled, true, authServerUrl",
            "metrics.serviceMonitor.enabled, true, existingSecret", "httpRoute.enabled, true, parentRefs" })
    void values_thatDoNotFit_refusedByName(String key, String value, String named) {
        TemplateCommand command = template().set(key, value);
        assertThatThrownBy(command::call).hasMessageContaining(named);
    }

    /** Whatever the API's classes had no field for. */
    private static List<String> unknown(Object object, String path) {
        List<String> found = new ArrayList<>();
        for (Method method : object.getClass().getMethods()) {
            boolean read = method.getName().startsWith("get") && method.getParameterCount() == 0
                    && method.getDeclaringClass() != Object.class;
            Object value = read ? value(object, method) : null;
            String here = path + "." + method.getName().replaceFirst("get", "");
            if (method.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
            } else if (value instanceof KubernetesResource) {
                found.addAll(unknown(value, here));
            } else if (value instanceof Collection<?> many) {
                many.stream().filter(KubernetesResource.class::isInstance).forEach(one -> found.addAll(unknown(one, here)));
            }
        }
        return found;
    }

    private static Object value(Object object, Method method) {
        try {
            return method.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(method.toString(), failed);
        }
    }
}
