package dev.blackstart.exercise.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** What an approver said of one revision of a plan. Said again it stands beside the old word; the newest counts. */
@Entity
@Table(name = "plan_approval")
public class Approval extends BaseEntity {

    @NotNull
    public String planKey;

    public int revision;

    /** Person key. */
    @NotNull
    public String person;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Decision decision;

    public String comment;

    protected Approval() {
    }

    Approval(String planKey, int revision, String person, Decision decision, String comment, Instant at) {
        super(UUID.randomUUID(), at);
        this.planKey = planKey;
        this.revision = revision;
        this.person = person;
        this.decision = decision;
        this.comment = comment;
    }

    /** Oldest first. */
    public static List<Approval> of(String planKey, int revision) {
        return list("planKey = ?1 and revision = ?2 order by createdAt, id", planKey, revision);
    }

    /** Of the newest revisions of several plans, oldest first. */
    public static List<Approval> ofNewest(List<String> planKeys) {
        return list("""
                from Approval a where a.planKey in ?1 and exists (select 1 from Plan p where p.key = a.planKey
                    and p.revision = a.revision) order by a.createdAt, a.id""", planKeys);
    }

    /** Of every revision, the newest first. */
    static List<Approval> all(String planKey) {
        return list("planKey = ?1 order by createdAt desc, id", planKey);
    }

    /** An approver's word. */
    public enum Decision {
        APPROVED,
        REJECTED;

        /** Its name in the API. */
        public String key() {
            return name().toLowerCase();
        }
    }
}
