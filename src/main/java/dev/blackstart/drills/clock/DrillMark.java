package dev.blackstart.drills.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.drills.Drill;

/** Somebody or something says when a clock of a drill stopped. A later mark is stored beside it; none is changed. */
@Entity
@Immutable
public class DrillMark extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID drillId;

    @NotNull
    @Enumerated(EnumType.STRING)
    public DrillClock clock;

    /** When it happened, which may be before it was recorded. */
    @NotNull
    @Column(name = "marked_at")
    public Instant at;

    @NotNull
    @Enumerated(EnumType.STRING)
    public MarkSource source;

    /** Person key; the platform for alerts and probes. */
    @NotNull
    public String author;

    /** The alert, the probe, or what the person saw; null where they did not say. */
    public String basis;

    /** {@code automatic} or {@code manual}; null where it was not said. */
    public String how;

    /** One of {@link MarkForm#PATHS}; null where it was not said. */
    public String path;

    /** {@code full} or {@code degraded} for a recovery; null where it was not said. */
    public String extent;

    protected DrillMark() {
    }

    DrillMark(Drill drill, Mark mark, Instant recordedAt) {
        super(UUID.randomUUID(), recordedAt);
        this.exerciseId = drill.exerciseId;
        this.drillId = drill.id;
        this.clock = mark.clock();
        this.at = mark.at();
        this.source = mark.source();
        this.author = mark.author();
        this.basis = mark.basis();
        this.how = mark.how();
        this.path = mark.path();
        this.extent = mark.extent();
    }

    /** As they were recorded. */
    static List<DrillMark> of(UUID drillId) {
        return list("drillId = ?1 order by createdAt, id", drillId);
    }

    Mark mark() {
        return new Mark(clock, at, source, author, basis, how, path, extent);
    }
}
