package dev.blackstart.review.signoff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** Somebody answers for one revision of a report. */
@Entity
public class ReportSignature extends BaseEntity {

    static final String FACILITATOR = "facilitator";
    static final String ADVISOR = "advisor";
    static final String READER = "reader";

    @NotNull
    public UUID exerciseId;

    public int revision;

    /** Person key. */
    @NotNull
    public String person;

    /** facilitator, advisor or reader. */
    @NotNull
    public String capacity;

    /** The report went back since. */
    public boolean withdrawn;

    protected ReportSignature() {
    }

    ReportSignature(UUID exerciseId, int revision, String person, String capacity, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.revision = revision;
        this.person = person;
        this.capacity = capacity;
    }

    /** Those that count for a revision, in their order. */
    static List<ReportSignature> of(UUID exerciseId, int revision) {
        return list("exerciseId = ?1 and revision = ?2 and withdrawn = false order by createdAt, id", exerciseId, revision);
    }

    /** The report goes back: it is signed again. */
    static void withdraw(UUID exerciseId) {
        ReportSignature.<ReportSignature> list("exerciseId = ?1 and withdrawn = false", exerciseId)
                .forEach(signature -> signature.withdrawn = true);
    }
}
