package dev.blackstart.calling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.crypto.InstallationKey;
import dev.blackstart.web.Address;
import javax.crypto.Mac;

/**
 * The signed links by which people acknowledge: the attempt's id, when it ends, and an HMAC of both that nobody else can make.
 * Whoever holds one proves nothing but that they got this message.
 */
@ApplicationScoped
public class AckLinks {

    /** What the signature is for; a token made for anything else would not fit. */
    private static final byte[] PURPOSE = "acknowledge a contact attempt".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE = 16;
    private static final int LENGTH = 16 + 8 + SIGNATURE;

    private final Address address;
    private final CallingConfig config;
    private volatile byte[] key;

    AckLinks(Address address, CallingConfig config) {
        this.address = address;
        this.config = config;
    }

    /** What a token says; it is ours. */
    public record Held(UUID attempt, Instant until) {
        public boolean isOver(Instant now) {
            return now.isAfter(until);
        }
    }

    String of(ContactAttempt attempt) {
        return address.of("/ack/" + token(attempt.id, attempt.createdAt.plus(config.linkValidity())));
    }

    String token(UUID attempt, Instant until) {
        byte[] said = ByteBuffer.allocate(LENGTH - SIGNATURE).putLong(attempt.getMostSignificantBits())
                .putLong(attempt.getLeastSignificantBits()).putLong(until.getEpochSecond()).array();
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(LENGTH).put(said).put(signature(said)).array());
    }

    /** Null for what we have not made. */
    public Held read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noToken) {
            return null;
        }
        if (bytes.length != LENGTH) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID attempt = new UUID(buffer.getLong(), buffer.getLong());
        long until = buffer.getLong();
        byte[] said = new byte[LENGTH - SIGNATURE];
        buffer.rewind().get(said);
        byte[] shown = new byte[SIGNATURE];
        buffer.get(shown);
        return MessageDigest.isEqual(shown, signature(said)) ? new Held(attempt, Instant.ofEpochSecond(until)) : null;
    }

    private byte[] signature(byte[] said) {
        if (key == null) {
            key = InstallationKey.ACKNOWLEDGEMENT_LINKS.secret();
        }
        Mac mac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key);
        mac.update(PURPOSE);
        return Arrays.copyOf(mac.doFinal(said), SIGNATURE);
    }
}
