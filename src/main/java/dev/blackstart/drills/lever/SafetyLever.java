package dev.blackstart.drills.lever;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** How somebody moved the platform-wide lever: while it is pulled, nothing is broken anywhere. The newest row holds. */
@Entity
public class SafetyLever extends BaseEntity {

    public boolean pulled;

    @NotNull
    public String reason;

    /** Person key. */
    @NotNull
    public String movedBy;

    protected SafetyLever() {
    }

    SafetyLever(boolean pulled, String reason, String movedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.pulled = pulled;
        this.reason = reason;
        this.movedBy = movedBy;
    }

    /** The newest, or null where nobody ever moved it. */
    public static SafetyLever now() {
        return find("order by createdAt desc, id").firstResult();
    }

    /** Whether no fault may begin anywhere. */
    public static boolean holdsBack() {
        SafetyLever now = now();
        return now != null && now.pulled;
    }

    static List<SafetyLever> newest(int most) {
        return find("order by createdAt desc, id").page(0, most).list();
    }
}
