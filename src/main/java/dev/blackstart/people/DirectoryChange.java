package dev.blackstart.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody changed the directory: who, when, what. Never changed, never deleted; made by {@link DirectoryRecord} alone. */
@Entity
public class DirectoryChange extends BaseEntity {

    @NotNull
    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** The entry's key, or its id where it has no key. */
    @NotNull
    public String entry;

    /** Such as made, changed, left. */
    @NotNull
    public String verb;

    /** Person key. */
    @NotNull
    public String actor;

    /** JSON of what it said before, without secrets; null for a new one. */
    @Column(name = "before_change")
    public String before;

    /** JSON of what it says now, without secrets; null for one that is gone. */
    @Column(name = "after_change")
    public String after;

    /** What there is in the directory. */
    public enum Kind {
        PERSON,
        TEAM,
        SYSTEM,
        BLACKOUT,
        INCIDENT;

        public String key() {
            return name().toLowerCase();
        }
    }

    protected DirectoryChange() {
    }

    DirectoryChange(Kind kind, String entry, String verb, String actor, String before, String after, Instant at) {
        super(UUID.randomUUID(), at);
        this.kind = kind;
        this.entry = entry;
        this.verb = verb;
        this.actor = actor;
        this.before = before;
        this.after = after;
    }

    /** The newest ones of an entry first. */
    public static List<DirectoryChange> of(Kind kind, String entry, int most) {
        return find("kind = ?1 and entry = ?2 order by createdAt desc, id desc", kind, entry).page(0, most).list();
    }
}
