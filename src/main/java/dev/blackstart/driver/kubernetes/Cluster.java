package dev.blackstart.driver.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.target.TargetSecrets;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** The API server. Nothing is loaded and nobody is asked before the first call of a drill. */
@ApplicationScoped
class Cluster {

    private static final String NEVER = "kube-";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final KubernetesConfig config;
    private final TargetSecrets secrets;
    private KubernetesClient client;

    Cluster(KubernetesConfig config, TargetSecrets secrets) {
        this.config = config;
        this.secrets = secrets;
        config.token().ifPresent(token -> secrets.hide("${token of kubernetes}", token));
    }

    boolean isSwitchedOn() {
        return config.enabled();
    }

    boolean mayTouch(String namespace) {
        return !namespace.startsWith(NEVER) && config.namespaces().orElse(Set.of()).contains(namespace);
    }

    /** @throws DriverFailed in place of the client's own exceptions */
    <T> T call(Function<KubernetesClient, T> call) {
        try {
            return call.apply(client());
        } catch (KubernetesClientException failed) {
            String why = failed.getStatus() != null && failed.getStatus().getMessage() != null
                    ? failed.getStatus().getMessage()
                    : failed.getMessage();
            String said = "Kubernetes: " + secrets.mask(why);
            boolean refused = failed.getCode() >= 400 && failed.getCode() < 500;
            throw refused ? new DriverFailed(said, failed) : new OutcomeUnknown(said, failed);
        }
    }

    private synchronized KubernetesClient client() {
        if (client == null) {
            client = new KubernetesClientBuilder().withConfig(settings()).build();
        }
        return client;
    }

    /** A request is made once: whoever asked decides whether it is made again. */
    private Config settings() {
        Config found = config.kubeconfig().map(file -> {
            try {
                return Config.fromKubeconfig(Files.readString(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("blackstart.drivers.kubernetes.kubeconfig", unreadable);
            }
        }).orElseGet(() -> config.url().isPresent() ? Config.empty() : Config.autoConfigure(null));
        ConfigBuilder settings = new ConfigBuilder(found).withRequestRetryBackoffLimit(0)
                .withConnectionTimeout((int) CONNECT.toMillis());
        config.url().ifPresent(settings::withMasterUrl);
        config.token().ifPresent(settings::withOauthToken);
        return settings.build();
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
