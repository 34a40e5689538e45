package dev.blackstart.review.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** A report as somebody saved it. */
@Entity
@Immutable
public class ReportRevision extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** From 1. */
    public int number;

    /** Person key. */
    @NotNull
    public String author;

    /** A JSON object in UTF-8. */
    @NotNull
    public byte[] content;

    protected ReportRevision() {
    }

    ReportRevision(UUID exerciseId, int number, String author, ReportContent content, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.number = number;
        this.author = author;
        this.content = content.bytes();
    }

    public ReportContent content() {
        return ReportContent.read(content);
    }

    /** Null for a number that there is not. */
    public static ReportRevision of(UUID exerciseId, int number) {
        return find("exerciseId = ?1 and number = ?2", exerciseId, number).firstResult();
    }

    /** What the list of revisions shows of one. */
    public record Saved(int number, String author, Instant at) {
    }

    /** The newest first, without their texts. @param before only earlier ones */
    public static List<Saved> before(UUID exerciseId, int before, int limit) {
        return getEntityManager().createQuery("""
                select r.number, r.author, r.createdAt from ReportRevision r where r.exerciseId = ?1 and r.number < ?2
                    order by r.number desc""", Saved.class).setParameter(1, exerciseId).setParameter(2, before)
                .setMaxResults(limit).getResultList();
    }
}
