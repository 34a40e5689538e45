package dev.blackstart.findings.attachment;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The bytes of an attachment, or of its small picture: read only where somebody looks at it. */
@Entity
@Immutable
public class AttachmentContent extends PanacheEntityBase {

    @Id
    public UUID id;

    @NotNull
    public byte[] bytes;

    protected AttachmentContent() {
    }

    AttachmentContent(UUID id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    public static byte[] of(UUID id) {
        return AttachmentContent.<AttachmentContent> findById(id).bytes;
    }
}
