package dev.blackstart.findings.attachment;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import org.apache.commons.codec.digest.DigestUtils;
import org.hibernate.annotations.Immutable;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the author of a finding without a name adds attachments with: told once, to nobody else, and kept as its hash. */
@Entity
@Immutable
public class AttachmentToken extends PanacheEntityBase {

    private static final int BYTES = 24;

    /** Nobody guesses so many. */
    private static final int SHORTEST = 32;

    @Id
    public UUID findingId;

    @NotNull
    public String tokenHash;

    protected AttachmentToken() {
    }

    /** Keeps the token of a finding, makes it where none is proposed, and tells it this once. */
    public static String make(UUID findingId, String proposed) {
        if (proposed != null && proposed.length() < SHORTEST) {
            throw Problem.invalid("attachmentToken", "attachmentToken has at least %d characters.".formatted(SHORTEST));
        }
        String token = proposed == null ? Secrets.randomToken(BYTES) : proposed;
        AttachmentToken made = new AttachmentToken();
        made.findingId = findingId;
        made.tokenHash = DigestUtils.sha256Hex(token);
        made.persist();
        return token;
    }

    public static boolean opens(UUID findingId, String token) {
        AttachmentToken kept = token == null ? null : findById(findingId);
        return kept != null && Secrets.areEqual(kept.tokenHash, DigestUtils.sha256Hex(token));
    }
}
