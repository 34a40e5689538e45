package dev.blackstart.driver.kubernetes;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The cluster that drills may touch. Without address and file: the cluster that the product itself runs in. */
@ConfigMapping(prefix = "blackstart.drivers.kubernetes")
public interface KubernetesConfig {

    @WithDefault("false")
    boolean enabled();

    /** Namespaces that drills may touch; none by default. Those that begin with {@code kube-} are never touched. */
    Optional<Set<String>> namespaces();

    /** Address of the API server. */
    Optional<String> url();

    /** Bearer token for {@link #url}. */
    Optional<String> token();

    /** A kubeconfig file, in place of address and token. */
    Optional<Path> kubeconfig();
}
