package dev.blackstart.database;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * Random identifier, optimistic version, instant of creation: what every entity has. Fields are read freely, changed only by
 * verbs.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Version
    public int version;

    @NotNull
    public Instant createdAt;

    protected BaseEntity() {
    }

    protected BaseEntity(UUID id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }
}
