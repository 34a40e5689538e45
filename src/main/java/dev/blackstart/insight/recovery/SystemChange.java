package dev.blackstart.insight.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** Something changed in a system, so that what was proved before may not hold any more. */
@Entity
@Immutable
public class SystemChange extends BaseEntity {

    @NotNull
    public String systemKey;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Kind kind;

    @NotNull
    public Instant changedAt;

    /** Person key. */
    @NotNull
    public String recordedBy;

    /** What was changed. */
    public enum Kind {
        RELEASE,
        CONFIGURATION,
        /** How it fails over: evidence from before counts less. */
        FAILOVER_PATH
    }

    protected SystemChange() {
    }

    SystemChange(String systemKey, Kind kind, Instant changedAt, String recordedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.systemKey = systemKey;
        this.kind = kind;
        this.changedAt = changedAt;
        this.recordedBy = recordedBy;
    }

    static SystemChange of(String systemKey, Kind kind, Instant changedAt) {
        return find("systemKey = ?1 and kind = ?2 and changedAt = ?3", systemKey, kind, changedAt).firstResult();
    }

    /** The newest first. */
    public static List<SystemChange> of(String systemKey, int most) {
        return SystemChange.<SystemChange> find("systemKey = ?1 order by changedAt desc, id", systemKey).range(0, most - 1)
                .list();
    }

    /** Of all systems, up to an instant. */
    public static List<SystemChange> until(Instant until) {
        return list("changedAt < ?1 order by changedAt, id", until);
    }
}
