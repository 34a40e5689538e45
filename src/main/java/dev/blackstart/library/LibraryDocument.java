package dev.blackstart.library;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** The words of something that can be found; whether somebody may read it is asked of what it was made of. */
@Entity
class LibraryDocument extends BaseEntity {

    /** Longer ones are keys of no system, so nobody filters by them. */
    private static final int LONGEST_KEY = 64;

    @NotNull
    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    /** Of the row it was made of. */
    @NotNull
    UUID subjectId;

    int subjectVersion;

    /** What people call it by: a defect's reference, a plan's key; or null. */
    String label;

    /** Null for a plan. */
    UUID exerciseId;

    /** Of a plan; null for everything else. */
    String planKey;

    /** Person key, of an action; null for everything else. */
    String owner;

    /**
     * Whether the whole roster may read it. Otherwise a report is everybody's who signs in, and anything else control staff's
     * alone.
     */
    boolean forRoster;

    @NotNull
    String title;

    @NotNull
    String text;

    /** When it was logged, opened or imported. */
    @NotNull
    Instant at;

    /** What it is found by, each with its weight. */
    @ElementCollection
    @CollectionTable(name = "library_term", joinColumns = @JoinColumn(name = "document_id"))
    @MapKeyColumn(name = "term")
    @Column(name = "weight", nullable = false)
    Map<String, Integer> terms = new HashMap<>();

    /** Keys. */
    @ElementCollection
    @CollectionTable(name = "library_system", joinColumns = @JoinColumn(name = "document_id"))
    @Column(name = "system_key", nullable = false)
    Set<String> systems = new LinkedHashSet<>();

    protected LibraryDocument() {
    }

    LibraryDocument(DocumentKind kind, UUID subject, Instant now) {
        super(UUID.randomUUID(), now);
        this.kind = kind;
        this.subjectId = subject;
    }

    /**
     * What a source says of one of its rows.
     *
     * @param owner of an action, else null
     */
    record Content(int subjectVersion, String label, UUID exercise, String planKey, String owner, boolean forRoster,
            String title, String text, Set<String> systems, Instant at) {
    }

    void describe(Content content, Map<String, Integer> weights) {
        subjectVersion = content.subjectVersion();
        label = content.label();
        exerciseId = content.exercise();
        planKey = content.planKey();
        owner = content.owner();
        forRoster = content.forRoster();
        title = content.title();
        text = content.text();
        at = content.at();
        terms.keySet().retainAll(weights.keySet());
        terms.putAll(weights);
        Set<String> keys = content.systems().stream().filter(key -> key.length() <= LONGEST_KEY).collect(Collectors.toSet());
        systems.retainAll(keys);
        systems.addAll(keys);
    }

    static LibraryDocument of(DocumentKind kind, UUID subject) {
        return find("kind = ?1 and subjectId = ?2", kind, subject).firstResult();
    }

    String url() {
        return kind.url(subjectId, exerciseId, planKey);
    }
}
