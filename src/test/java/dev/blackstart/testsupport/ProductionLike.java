package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Set up as in production: an address of its own behind a proxy that ends TLS, a mail server and a messenger at ports of this
 * machine. Timeouts and streams are short, so that a test sees their ends.
 */
public class ProductionLike implements QuarkusTestProfile {

    public static final String HOST = "blackstart.example.org";
    public static final String ADDRESS = "https://" + HOST;
    public static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public static final String MAIL_PORT = "quarkus.mailer.port";
    public static final String CHAT_PORT = "test.chat.port";

    /** Events that a stream keeps for a reader who takes none. */
    public static final int STREAM_BUFFER = 10;

    @Override
    public Map<String, String> getConfigOverrides() {
        int chat = freePort();
        return Map.ofEntries(Map.entry("quarkus.mailer.host", "localhost"),
                Map.entry(MAIL_PORT, String.valueOf(freePort())),
                Map.entry("quarkus.mailer.from", "Blackstart <blackstart@example.org>"), Map.entry(CHAT_PORT, "" + chat),
                Map.entry("quarkus.mailer.tls-configuration-name", "mail"),
                Map.entry("quarkus.tls.mail.trust-store.pem.certs", TestCertificates.list()),
                Map.entry("quarkus.tls.mail.hostname-verification-algorithm", "HTTPS"),
                Map.entry("quarkus.tls.webhook.trust-store.pem.certs", TestCertificates.list()),
                Map.entry("blackstart.web.address", ADDRESS),
                Map.entry("blackstart.web.trusted-proxies", "127.0.0.1,::1"),
                Map.entry("blackstart.live.heartbeat", "PT0.2S"),
                Map.entry("blackstart.live.buffer", Integer.toString(STREAM_BUFFER)),
                Map.entry("blackstart.notify.allowed-hosts", "localhost"),
                Map.entry("blackstart.notify.mail-timeout", "PT3S"),
                Map.entry("blackstart.notify.webhook-timeout", "PT2S"),
                Map.entry("blackstart.notify.retry-timeout", "PT4S"),
                Map.entry("blackstart.notify.final-retry-timeout", "PT30S"),
                Map.entry("blackstart.notify.webhook.url", "http://127.0.0.1:" + chat + "/ok"),
                Map.entry("blackstart.notify.webhook.secrets", WEBHOOK_SECRET));
    }

    private static int freePort() {
        try {
            return Ports.free();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
