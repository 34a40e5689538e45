package dev.blackstart.people.system;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** A real incident that somebody declared: while it is open, nothing of what it touches is broken on purpose. */
@Entity
public class Incident extends BaseEntity {

    @NotNull
    public String title;

    @NotNull
    public String systems;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    @NotNull
    public String declaredBy;

    public Instant closedAt;

    public String closedBy;

    /** When it happened, step by step; each null where nobody said it. */
    @Embedded
    public IncidentClocks clocks = IncidentClocks.UNKNOWN;

    /** What kind of incident it was; each null where nobody said it. */
    @Embedded
    public IncidentKind kind = IncidentKind.UNKNOWN;

    /** Whether it is still going on. */
    public enum State {
        OPEN,
        CLOSED;

        public String key() {
            return name().toLowerCase();
        }
    }

    protected Incident() {
    }

    public Incident(String declaredBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.declaredBy = declaredBy;
    }

    /** @param touched system keys; none for all there are */
    public void tell(String what, Collection<String> touched) {
        title = what;
        systems = Systems.text(touched);
    }

    /** When it happened and what it was. One that is recovered when it is first declared is over. */
    public void classify(IncidentClocks when, IncidentKind what) {
        clocks = when;
        kind = what;
    }

    /** When it began: as somebody said, or else when it was declared. */
    public Instant began() {
        return clocks == null || clocks.startedAt() == null ? createdAt : clocks.startedAt();
    }

    /** Null-safe: a row without any clock has none. */
    public IncidentClocks clocksNow() {
        return clocks == null ? IncidentClocks.UNKNOWN : clocks;
    }

    /** Null-safe like {@link #clocksNow()}. */
    public IncidentKind kindNow() {
        return kind == null ? IncidentKind.UNKNOWN : kind;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public void close(String by, Instant at) {
        state = State.CLOSED;
        closedBy = by;
        closedAt = at;
    }

    /** It was not over after all. */
    public void reopen() {
        state = State.OPEN;
        closedBy = null;
        closedAt = null;
    }

    /** Keys of the systems it is about; empty for all. */
    public List<String> about() {
        return Systems.of(systems);
    }

    public boolean concerns(Set<String> targets) {
        return Systems.concern(systems, targets);
    }

    /** Those that began in a stretch of time, the newest first. */
    public static List<Incident> between(Instant from, Instant until) {
        return list("coalesce(clocks.startedAt, createdAt) >= ?1 and coalesce(clocks.startedAt, createdAt) < ?2"
                + " order by coalesce(clocks.startedAt, createdAt) desc, id", from, until);
    }

    public static List<Incident> open() {
        return list("state = ?1 order by createdAt, id", State.OPEN);
    }
}
