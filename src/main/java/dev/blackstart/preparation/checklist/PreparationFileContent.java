package dev.blackstart.preparation.checklist;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The bytes of a file, or of its small picture: read only where somebody looks at it. */
@Entity
@Immutable
public class PreparationFileContent extends PanacheEntityBase {

    @Id
    public UUID id;

    @NotNull
    public byte[] bytes;

    protected PreparationFileContent() {
    }

    PreparationFileContent(UUID id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    public static byte[] of(UUID id) {
        return PreparationFileContent.<PreparationFileContent> findById(id).bytes;
    }
}
