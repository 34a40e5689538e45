package dev.blackstart.conduct.noduff;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody said NO DUFF: this is real. Kept whether or not an exercise was running. */
@Entity
public class NoDuffCall extends BaseEntity {

    @NotNull
    public String person;

    public String text;

    /** How many exercises it paused. */
    public int paused;

    protected NoDuffCall() {
    }

    NoDuffCall(UUID id, String person, String text, Instant at) {
        super(id, at);
        this.person = person;
        this.text = text;
    }

    static void paused(UUID id, int exercises) {
        update("paused = ?1 where id = ?2", exercises, id);
    }
}
