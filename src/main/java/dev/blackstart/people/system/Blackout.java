package dev.blackstart.people.system;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** A time in which nothing is broken on purpose: the days of a sale, a release, a holiday. */
@Entity
public class Blackout extends BaseEntity {

    @NotNull
    public Instant startsAt;

    @NotNull
    public Instant endsAt;

    @NotNull
    public String reason;

    @NotNull
    public String systems;

    @NotNull
    public String declaredBy;

    protected Blackout() {
    }

    public Blackout(String declaredBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.declaredBy = declaredBy;
    }

    /** @param touched system keys; none for all there are */
    public void cover(Instant from, Instant until, String why, Collection<String> touched) {
        startsAt = from;
        endsAt = until;
        reason = why;
        systems = Systems.text(touched);
    }

    /** Keys of the systems it is about; empty for all. */
    public List<String> about() {
        return Systems.of(systems);
    }

    public boolean concerns(Set<String> targets) {
        return Systems.concern(systems, targets);
    }

    /** Those that are not over, the next one first. */
    public static List<Blackout> notOver(Instant now) {
        return list("endsAt > ?1 order by startsAt, id", now);
    }

    /** Those that share a moment with a stretch of time. */
    public static List<Blackout> between(Instant from, Instant until) {
        return list("startsAt <= ?2 and endsAt > ?1 order by startsAt, id", from, until);
    }
}
