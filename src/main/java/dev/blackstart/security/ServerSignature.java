package dev.blackstart.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what leaves this server and comes back, with the key that all replicas share. */
@ApplicationScoped
class ServerSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    ServerSignature(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param purpose what it is signed for: a signature for one purpose is worth nothing for another */
    String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    boolean isOf(String signature, String purpose, String text) {
        return MessageDigest.isEqual(of(purpose, text).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }
}
