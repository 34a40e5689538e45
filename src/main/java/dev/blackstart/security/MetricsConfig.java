package dev.blackstart.security;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who may read {@code /q/metrics} beside administrators and Masters of Disaster. */
@ConfigMapping(prefix = "blackstart.metrics")
public interface MetricsConfig {

    /** The bearer token of monitoring, at least 20 characters; off while there is none. */
    Optional<String> token();
}
