package dev.blackstart.review.publication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.database.BaseEntity;

/** A signed revision of a report as its readers read it; later triage and retests do not change it. The newest counts. */
@Entity
@Immutable
public class PublishedReport extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    public int revision;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ReportAudience audience;

    /** Person key. */
    @NotNull
    public String publishedBy;

    /** What the report is called. */
    @NotNull
    public String title;

    /** What is between the head and the foot of a page, in UTF-8 like the others. */
    @NotNull
    public byte[] page;

    @NotNull
    public byte[] markdown;

    @NotNull
    public byte[] json;

    /** A whole page for paper. */
    @NotNull
    public byte[] paper;

    protected PublishedReport() {
    }

    PublishedReport(UUID exerciseId, int revision, ReportAudience audience, String publishedBy, ReportCopy copy, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.revision = revision;
        this.audience = audience;
        this.publishedBy = publishedBy;
        this.title = copy.title();
        this.page = copy.page().getBytes(StandardCharsets.UTF_8);
        this.markdown = copy.markdown().getBytes(StandardCharsets.UTF_8);
        this.json = copy.json().getBytes(StandardCharsets.UTF_8);
        this.paper = copy.paper().getBytes(StandardCharsets.UTF_8);
    }

    /** Null where none was published yet. */
    static PublishedReport newest(UUID exerciseId) {
        return find("exerciseId = ?1 order by createdAt desc, id", exerciseId).firstResult();
    }

    /** Of the newest one; null where none was published yet. */
    static ReportAudience audienceOf(UUID exerciseId) {
        return getEntityManager().createQuery("""
                select p.audience from PublishedReport p where p.exerciseId = ?1 order by p.createdAt desc, p.id""",
                ReportAudience.class).setParameter(1, exerciseId).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    /** When the newest one was; null where none was published yet. */
    static Instant newestAt(UUID exerciseId) {
        return getEntityManager().createQuery("select max(p.createdAt) from PublishedReport p where p.exerciseId = ?1",
                Instant.class).setParameter(1, exerciseId).getSingleResult();
    }

    public String pageText() {
        return new String(page, StandardCharsets.UTF_8);
    }

    public String markdownText() {
        return new String(markdown, StandardCharsets.UTF_8);
    }

    public String jsonText() {
        return new String(json, StandardCharsets.UTF_8);
    }

    public String paperText() {
        return new String(paper, StandardCharsets.UTF_8);
    }
}
