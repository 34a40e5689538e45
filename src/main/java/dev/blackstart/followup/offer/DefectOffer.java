package dev.blackstart.followup.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;

/**
 * "Does this apply to you?": a defect, and the owner of a system of the same kind as one that it was found in. Answered once.
 */
@Entity
public class DefectOffer extends BaseEntity {

    @NotNull
    public UUID defectId;

    /** That of the defect. */
    @NotNull
    public UUID exerciseId;

    @NotNull
    public String systemKey;

    /** Key of a person or a team. */
    @NotNull
    public String owner;

    @NotNull
    public Instant dueAt;

    /** Null while nobody answered. */
    @Enumerated(EnumType.STRING)
    public Answer answer;

    /** Why not, or what is known. */
    public String reason;

    /** Person key. */
    public String answeredBy;

    public Instant answeredAt;

    /** The defect that was opened for a yes. */
    public UUID openedDefect;

    protected DefectOffer() {
    }

    DefectOffer(Defect defect, SystemEntry system, Instant dueAt, Instant at) {
        super(UUID.randomUUID(), at);
        this.defectId = defect.id;
        this.exerciseId = defect.exerciseId;
        this.systemKey = system.key;
        this.owner = system.owner;
        this.dueAt = dueAt;
    }

    /** Whether it applies. */
    public enum Answer {
        /** It is a defect there, too. */
        YES,
        NO,
        /** Nobody knows: a drill would show it. */
        UNKNOWN
    }

    static DefectOffer lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public static List<DefectOffer> ofDefect(UUID defectId) {
        return list("defectId = ?1 order by systemKey", defectId);
    }

    /** Those that nobody knows the answer of, the newest first. */
    public static List<DefectOffer> unknown(int most) {
        return DefectOffer.<DefectOffer> find("answer = ?1 order by answeredAt desc, id", Answer.UNKNOWN).range(0, most - 1)
                .list();
    }

    boolean isOpen() {
        return answer == null;
    }

    /** @throws Problem 409 where it was answered already */
    void answer(Answer said, String why, UUID defect, String by, Instant at) {
        if (!isOpen()) {
            throw Problem.conflict("This was answered already.");
        }
        answer = said;
        reason = why;
        openedDefect = defect;
        answeredBy = by;
        answeredAt = at;
    }
}
