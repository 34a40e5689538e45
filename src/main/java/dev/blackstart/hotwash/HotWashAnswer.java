package dev.blackstart.hotwash;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/**
 * What somebody said in a hot wash. An anonymous answer holds nothing of its author, and the end of the exercise as its time.
 */
@Entity
public class HotWashAnswer extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Person key; null where it is anonymous. */
    public String author;

    public String wentWell;

    public String wentBadly;

    public String lucky;

    public String confusing;

    public String logistics;

    /** Seven digits from 1 to 7, in the order of {@link Culture#STATEMENTS}; null where they were not answered. */
    public String culture;

    /** Whether others may read it. */
    public boolean shown;

    protected HotWashAnswer() {
    }

    HotWashAnswer(UUID id, UUID exerciseId, String author, HotWashEntry entry, Instant at) {
        super(id, at);
        this.exerciseId = exerciseId;
        this.author = author;
        this.wentWell = entry.wentWell();
        this.wentBadly = entry.wentBadly();
        this.lucky = entry.lucky();
        this.confusing = entry.confusing();
        this.logistics = entry.logistics();
        this.culture = Culture.stored(entry.culture());
        this.shown = author != null;
    }

    /** The named ones in the order in which they came, then the anonymous ones in no order at all: by their random id. */
    static List<HotWashAnswer> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by case when author is null then 1 else 0 end, case when author is null then null"
                + " else createdAt end, id", exerciseId);
    }

    static List<HotWashAnswer> anonymous(UUID exerciseId) {
        return list("exerciseId = ?1 and author is null order by id", exerciseId);
    }

    void show() {
        shown = true;
    }

    boolean says(HotWashEntry entry, String by) {
        return Objects.equals(author, by) && Objects.equals(wentWell, entry.wentWell())
                && Objects.equals(wentBadly, entry.wentBadly()) && Objects.equals(lucky, entry.lucky())
                && Objects.equals(confusing, entry.confusing())
                && Objects.equals(logistics, entry.logistics()) && Objects.equals(culture, Culture.stored(entry.culture()));
    }
}
