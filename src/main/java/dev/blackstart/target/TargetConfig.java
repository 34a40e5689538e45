package dev.blackstart.target;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What drivers and probes may reach. */
@ConfigMapping(prefix = "blackstart.drivers")
public interface TargetConfig {

    /**
     * Hosts that drivers and probes may connect to: names ({@code orders.example.com}, {@code *.staging.example.com}),
     * addresses
     * or networks ({@code 10.1.0.0/16}), each with {@code :port} or without. None by default. This machine is reached only
     * where
     * {@code localhost} or a loopback address is among them; link-local and metadata addresses never.
     */
    Optional<Set<String>> allowedHosts();

    /** How long the name of a host may be looked up. */
    @WithDefault("PT5S")
    Duration lookupTimeout();

    /** How long a connection may take to be made. */
    @WithDefault("PT5S")
    Duration connectTimeout();
}
