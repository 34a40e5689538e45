package dev.blackstart.followup.retest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.exercise.ExerciseReferences;
import dev.blackstart.followup.defect.Defect;

/** What a live exercise showed of a defect, by a drill or an expectation that names it. */
@Entity
public class Retest extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID defectId;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** Key of the drill or the timeline item. */
    @NotNull
    public String name;

    @NotNull
    @Enumerated(EnumType.STRING)
    public DrillResult result;

    public String reason;

    /** Where it took place. */
    @NotNull
    @Enumerated(EnumType.STRING)
    public Environment environment;

    /** Person key, or the platform. */
    @NotNull
    public String judgedBy;

    @NotNull
    public Instant judgedAt;

    /** The result that the defect has felt; null while the exercise is not over. */
    @Enumerated(EnumType.STRING)
    public DrillResult counted;

    protected Retest() {
    }

    Retest(UUID exerciseId, UUID defectId, Kind kind, String name, Environment environment, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.defectId = defectId;
        this.kind = kind;
        this.name = name;
        this.environment = environment;
    }

    /** What proves or disproves. */
    public enum Kind {
        DRILL,
        EXPECTATION,
        CALL_TREE
    }

    public static Retest of(UUID exerciseId, UUID defectId, Kind kind, String name) {
        return find("exerciseId = ?1 and defectId = ?2 and kind = ?3 and name = ?4", exerciseId, defectId, kind, name)
                .firstResult();
    }

    /** Of one exercise, in an order in which their defects can be locked. */
    static List<Retest> in(UUID exerciseId) {
        return list("exerciseId = ?1 order by defectId, judgedAt, id", exerciseId);
    }

    public static List<Retest> of(Collection<UUID> defectIds) {
        return defectIds.isEmpty() ? List.of() : list("defectId in ?1 order by judgedAt, id", defectIds);
    }

    void judge(DrillResult how, String why, String by, Instant at) {
        result = how;
        reason = why;
        judgedBy = by;
        judgedAt = at;
    }

    void settle() {
        counted = result;
    }

    /**
     * Whether a reader may know that there was a result: of an exercise they do not see, once it is over and the result counts.
     * Until then it would tell its players what is tested.
     */
    public boolean isKnownTo(ExerciseReferences references) {
        return counted != null || references.controls(exerciseId);
    }

    /** Only as high as where the defect was shown does a pass prove anything. */
    public boolean isHighEnoughFor(Defect defect) {
        return environment.compareTo(defect.environment) >= 0;
    }
}
