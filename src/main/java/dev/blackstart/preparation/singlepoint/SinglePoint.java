package dev.blackstart.preparation.singlepoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.preparation.checklist.PreparationItem;

/** A single point of failure that somebody found while preparing: {@code S-4KX7}, as findings and defects call it. */
@Entity
public class SinglePoint extends BaseEntity {

    /** Nothing that is taken for something else when it is read out. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 4;

    /** Drawn at random: a running number would tell how many others there are. */
    @NotNull
    public String reference;

    @NotNull
    public UUID exerciseId;

    /** While doing what. */
    @NotNull
    public UUID itemId;

    /** Team key. */
    @NotNull
    public String team;

    @NotNull
    public String title;

    /** In its finders' words; null where they named none. */
    @Column(name = "system_key")
    public String system;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    /** How it was removed, or why it stays. */
    public String reason;

    @NotNull
    public String foundBy;

    public String changedBy;

    public Instant changedAt;

    protected SinglePoint() {
    }

    public SinglePoint(PreparationItem item, String title, String system, String by, RandomGenerator random, Instant at) {
        super(UUID.randomUUID(), at);
        this.reference = fresh(random);
        this.exerciseId = item.exerciseId;
        this.itemId = item.id;
        this.team = item.team;
        this.title = title;
        this.system = system;
        this.foundBy = by;
    }

    /** What has become of it. */
    public enum State {
        OPEN,
        REMOVED,
        /** It stays, and somebody says why. */
        ACCEPTED;

        public String key() {
            return name().toLowerCase();
        }
    }

    public static List<SinglePoint> of(UUID itemId) {
        return list("itemId = ?1 order by createdAt, id", itemId);
    }

    public void become(State wanted, String why, String by, Instant at) {
        state = wanted;
        reason = why;
        changedBy = by;
        changedAt = at;
    }

    private static String fresh(RandomGenerator random) {
        String name;
        do {
            StringBuilder drawn = new StringBuilder("S-");
            random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> drawn.append(LETTERS.charAt(at)));
            name = drawn.toString();
        } while (count("reference", name) > 0);
        return name;
    }
}
