package dev.blackstart.hotwash;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody closed a hot wash: no answer is taken any more. */
@Entity
public class HotWashClosing extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Person key. */
    @NotNull
    public String person;

    protected HotWashClosing() {
    }

    HotWashClosing(UUID exerciseId, String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.person = person;
    }

    static boolean isThere(UUID exerciseId) {
        return count("exerciseId", exerciseId) > 0;
    }
}
