package dev.blackstart.notify.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

/** The signature of Standard Webhooks, version 1: Base64 of HMAC-SHA256 over id, time and body. */
final class Signature {

    private static final String PREFIX = "whsec_";

    private Signature() {
    }

    /** What stands in {@code webhook-signature}: one per secret, so that a secret can be changed without a gap. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        return secrets.stream().map(secret -> sign(new Webhook(key(secret)), id, at, body)).collect(Collectors.joining(" "));
    }

    private static String sign(Webhook webhook, String id, Instant at, String body) {
        try {
            return webhook.sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /** @throws IllegalArgumentException that does not repeat the secret */
    static byte[] key(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            if (key.length >= 24 && key.length <= 64) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException("A secret of blackstart.notify.webhook.secrets is no Base64");
        }
        throw new IllegalArgumentException("A secret of blackstart.notify.webhook.secrets has not 24 to 64 bytes");
    }
}
