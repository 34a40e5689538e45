package dev.blackstart.alerting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.catalogue.known.KnownSignals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The sources that may send alerts. */
@ApplicationScoped
public class AlertTokens implements KnownSignals {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 20;
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

    private final Map<String, byte[]> hashes = new TreeMap<>();
    private final Map<String, String> tokens;

    AlertTokens(AlertsConfig config) {
        this.tokens = config.tokens();
        tokens.forEach((source, token) -> hashes.put(source, hash(token)));
    }

    /** A token that can be guessed is worse than none. */
    void check(@Observes StartupEvent event) {
        Set<String> seen = new HashSet<>();
        tokens.forEach((source, token) -> {
            String key = "blackstart.alerts.tokens." + source;
            if (!source.matches(NAME)) {
                throw new ConfigurationException(
                        key + ": the name of a source has small letters, digits, dots and hyphens, at most 64.");
            }
            if (token.length() < SHORTEST) {
                throw new ConfigurationException(
                        key + " is shorter than %d characters; make one with: openssl rand -hex 32".formatted(SHORTEST));
            }
            if (!seen.add(token)) {
                throw new ConfigurationException(key + " is also the token of another source; give each its own.");
            }
        });
    }

    @Override
    public boolean receivesAlerts() {
        return !hashes.isEmpty();
    }

    /** Whose token it is. Takes the same time whichever it is, and whether it is one. */
    Optional<String> source(String authorization) {
        boolean given = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        byte[] shown = hash(given ? authorization.substring(BEARER.length()).strip() : "");
        String source = null;
        for (Map.Entry<String, byte[]> known : hashes.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), shown)) {
                source = known.getKey();
            }
        }
        return Optional.ofNullable(source);
    }

    private static byte[] hash(String token) {
        return DigestUtils.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
