package dev.blackstart.security;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.crypto.Secrets;

/** Signs what leaves this server and comes back, with the key that all replicas share. */
@ApplicationScoped
public class ServerSignature {

    private final byte[] key;

    ServerSignature(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** @param purpose what it is signed for: a signature for one purpose is worth nothing for another */
    public String of(String purpose, String text) {
        return Base64.encodeBase64URLSafeString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(purpose + '\0' + text));
    }

    public boolean isOf(String signature, String purpose, String text) {
        return Secrets.areEqual(of(purpose, text), signature);
    }
}
