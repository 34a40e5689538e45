package dev.blackstart.conduct.noduff;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/**
 * How often one person has said NO DUFF in an exercise. The first call is told to everybody at once, and so is each that stops
 * the exercise again; the others within a minute are counted and told in one letter.
 */
@Entity
public class NoDuffRepeat extends BaseEntity {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final String HERS = " where exerciseId = :exercise and person = :person";

    @NotNull
    public UUID exerciseId;

    @NotNull
    public String person;

    /** Since the last time everybody knew of all of them. */
    public int said;

    /** Of how many the letters have told. */
    public int told;

    @NotNull
    public Instant toldAt;

    /** What was said last, if anything. */
    public String text;

    protected NoDuffRepeat() {
    }

    private NoDuffRepeat(UUID exerciseId, String person, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.person = person;
        this.said = 1;
        this.told = 1;
        this.toldAt = at;
    }

    /**
     * Counts a call. Of two first ones at once the second fails by the database's unique key, and counts when it tries again.
     *
     * @param stopped it stopped the exercise, so everybody has to hear it now
     * @return whether to tell everybody now
     */
    static boolean isTold(UUID exercise, String person, String text, boolean stopped, Instant at) {
        Map<String, Object> known = new HashMap<>(Map.of("exercise", exercise, "person", person));
        if (!stopped) {
            Map<String, Object> counted = new HashMap<>(known);
            counted.put("before", at.minus(WINDOW));
            if (text != null) {
                counted.put("text", text);
            }
            if (update("said = said + 1" + (text == null ? "" : ", text = :text") + HERS
                    + " and (toldAt > :before or said > told)", counted) == 1) {
                return false;
            }
        }
        known.put("at", at);
        if (update("said = 1, told = 1, text = null, toldAt = :at" + HERS, known) == 0) {
            new NoDuffRepeat(exercise, person, at).persist();
        }
        return true;
    }

    /** Those of which everybody has to be told by now. */
    static List<NoDuffRepeat> due(Instant now) {
        return list("said > told and toldAt <= ?1", now.minus(WINDOW));
    }

    /** @return whether nobody else has told it meanwhile */
    boolean tell(Instant at) {
        return update("told = ?1, toldAt = ?2 where id = ?3 and toldAt = ?4 and said >= ?1 and told < ?1", said, at, id,
                toldAt) == 1;
    }
}
