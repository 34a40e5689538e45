package dev.blackstart.security;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.crypto.Secrets;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The bearer token with which monitoring reads the metrics, and nothing else; off while none is configured. */
@ApplicationScoped
public class MonitoringToken {

    /** The only role of whoever shows it. */
    public static final String ROLE = "monitoring";

    private static final String NAME = "blackstart.metrics.token";
    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 20;

    private final Optional<String> token;

    MonitoringToken(MetricsConfig config) {
        this.token = config.token();
    }

    /** A token that can be guessed is worse than none. */
    void check(@Observes StartupEvent event) {
        if (token.isPresent() && token.get().length() < SHORTEST) {
            throw new ConfigurationException(
                    NAME + " is shorter than %d characters; make one with: openssl rand -hex 32".formatted(SHORTEST));
        }
    }

    /** Who shows it; null where the header is something else. */
    public SecurityIdentity identity(String authorization) {
        boolean given = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!given || token.isEmpty() || !Secrets.areEqual(token.get(), authorization.substring(BEARER.length()).strip())) {
            return null;
        }
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(ROLE)).addRole(ROLE).build();
    }
}
