package dev.blackstart.live.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.crypto.InstallationKey;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.problem.Problem;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in a journal as they are told to a reader. Control staff get the entry's number. Others get one AES block over number
 * and
 * exercise: the same place has always the same name, and the names tell neither how much lies between two of them nor how much
 * there is.
 */
@ApplicationScoped
public class Cursors implements JournalPositions {

    private static final int BLOCK = 16;

    private volatile SecretKeySpec key;

    /** A number for control staff, an opaque text for others. */
    @Override
    public Object newest(ExerciseAccess sight) {
        return shown(sight.exercise(), JournalSlice.newestOf(sight), sight.control());
    }

    public Object shown(UUID exercise, long seq, boolean control) {
        return control ? (Object) seq : opaque(exercise, seq);
    }

    /**
     * The number behind a place that a reader names. Control staff may name an opaque one too: they had it from before they
     * were
     * control staff.
     *
     * @param named what was sent; null for the beginning
     * @param field where it was sent
     * @throws Problem 422 for a place that this reader was never told
     */
    public long read(ExerciseAccess sight, String named, String field) {
        if (named == null || named.isBlank()) {
            return 0;
        }
        Long seq = decrypted(sight.exercise(), named);
        if (seq == null && sight.control()) {
            seq = number(named);
        }
        if (seq == null) {
            throw Problem.invalid(field,
                    field + " is not from this journal; take the next of the page before, or leave it out.");
        }
        return seq;
    }

    private static Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private String opaque(UUID exercise, long seq) {
        byte[] block = ByteBuffer.allocate(BLOCK).putLong(seq).putLong(mark(exercise)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(aes(Cipher.ENCRYPT_MODE, block));
    }

    private Long decrypted(UUID exercise, String text) {
        byte[] block;
        try {
            block = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            return null;
        }
        if (block.length != BLOCK) {
            return null;
        }
        ByteBuffer clear = ByteBuffer.wrap(aes(Cipher.DECRYPT_MODE, block));
        long seq = clear.getLong();
        return clear.getLong() == mark(exercise) && seq >= 0 ? seq : null;
    }

    private static long mark(UUID exercise) {
        return exercise.getMostSignificantBits() ^ exercise.getLeastSignificantBits();
    }

    /** A single block needs no mode that mixes blocks. */
    private byte[] aes(int direction, byte[] block) {
        if (key == null) {
            key = new SecretKeySpec(InstallationKey.CURSORS.secret(), "AES");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(direction, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }
}
