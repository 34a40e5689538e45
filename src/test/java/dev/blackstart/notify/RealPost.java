package dev.blackstart.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import dev.blackstart.testsupport.Ports;
import io.quarkus.test.junit.QuarkusTestProfile;

/** A mail server at {@link SmtpProxy}'s port, a messenger at {@link Chat}'s, and little patience. */
public class RealPost implements QuarkusTestProfile {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String CHAT_PORT = "test.chat.port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return settings();
    }

    static Map<String, String> settings() {
        int chat = freePort();
        return Map.ofEntries(Map.entry("quarkus.mailer.host", "localhost"),
                Map.entry("quarkus.mailer.port", String.valueOf(freePort())),
                Map.entry("quarkus.mailer.from", "Blackstart <blackstart@example.org>"), Map.entry(CHAT_PORT, "" + chat),
                Map.entry("quarkus.mailer.tls-configuration-name", "mail"),
                Map.entry("quarkus.tls.mail.trust-store.pem.certs", TestCertificates.list()),
                Map.entry("quarkus.tls.mail.hostname-verification-algorithm", "HTTPS"),
                Map.entry("quarkus.tls.webhook.trust-store.pem.certs", TestCertificates.list()),
                Map.entry("blackstart.web.address", "https://blackstart.example.org"),
                Map.entry("blackstart.notify.allowed-hosts", "localhost"),
                Map.entry("blackstart.notify.mail-timeout", "PT1S"),
                Map.entry("blackstart.notify.webhook-timeout", "PT2S"),
                Map.entry("blackstart.notify.retry-timeout", "PT4S"),
                Map.entry("blackstart.notify.final-retry-timeout", "PT30S"),
                Map.entry("blackstart.notify.webhook.url", "http://127.0.0.1:" + chat + "/ok"),
                Map.entry("blackstart.notify.webhook.secrets", SECRET));
    }

    static int freePort() {
        try {
            return Ports.free();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
