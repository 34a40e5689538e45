package dev.blackstart.findings;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.DynamicUpdate;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;

/**
 * What somebody noticed, raw, and what came of it. Its id is made by whoever logs it, so that sending it twice logs it once;
 * what
 * they wrote stays as it is, triage stands beside it.
 */
@Entity
@DynamicUpdate
public class Finding extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public String text;

    /** The contract's word, or null. */
    public String kind;

    /** {@code sev1} … {@code sev4}, or null. */
    public String severity;

    /** Timeline item it belongs to, or null; shown to those who may see the item. */
    public UUID itemId;

    /** Drill it belongs to, or null; shown to those who may see the drill. */
    public UUID drillId;

    /** Single point of failure that it names, or null; shown to those who may know of that. */
    public UUID singlePointId;

    /** When it was seen, which may be before it was logged. */
    @NotNull
    public Instant observedAt;

    /** What the exercise clock showed then, in microseconds. */
    public long observedClock;

    /** Person key; null where somebody did not want to be named. */
    public String author;

    /** Found by the platform itself: control staff's alone until ENDEX. */
    public boolean proposed;

    @NotNull
    @Enumerated(EnumType.STRING)
    public TriageState state = TriageState.NEW;

    /** What triage calls it; null where nobody said otherwise. */
    public String judgedKind;

    public String judgedSeverity;
    public UUID judgedSinglePointId;

    /** Person key; null while it is new. */
    public String triagedBy;

    public Instant triagedAt;

    /** Why it was dismissed, or what else there is to say. */
    public String triageReason;

    /** Who from outside the team reads it before it is dismissed; person key or null. */
    public String outsideReader;

    /** When its finder was told what became of it; null while they were not. */
    public Instant outcomeToldAt;

    /** What its finder says against that; once. */
    public String objection;

    public Instant objectedAt;

    /** The defect it shows; null unless confirmed. */
    public UUID defectId;

    protected Finding() {
    }

    Finding(UUID id, UUID exerciseId, Content content, Instant observedAt, long observedClock, String author, Instant at) {
        super(id, at);
        this.exerciseId = exerciseId;
        this.text = content.text();
        this.kind = content.kind();
        this.severity = content.severity();
        this.itemId = content.itemId();
        this.drillId = content.drillId();
        this.singlePointId = content.singlePointId();
        this.observedAt = observedAt;
        this.observedClock = observedClock;
        this.author = author;
    }

    /** The platform noticed it; people decide what it is. */
    static Finding proposed(UUID exerciseId, UUID itemId, String text, String kind, long clock, Instant at) {
        return proposed(exerciseId, new Content(text, kind, null, itemId, null, null), clock, at);
    }

    /** The same, about a drill. */
    static Finding proposedOfDrill(UUID exerciseId, UUID drillId, String text, String kind, long clock, Instant at) {
        return proposed(exerciseId, new Content(text, kind, null, null, drillId, null), clock, at);
    }

    private static Finding proposed(UUID exerciseId, Content content, long clock, Instant at) {
        Finding finding = new Finding(UUID.randomUUID(), exerciseId, content, at, clock, Journal.PLATFORM, at);
        finding.proposed = true;
        return finding;
    }

    /** What makes two findings the same, beside who and when. */
    record Content(String text, String kind, String severity, UUID itemId, UUID drillId, UUID singlePointId) {
    }

    boolean says(UUID exercise, Content content, String by) {
        return exerciseId.equals(exercise) && Objects.equals(author, by)
                && new Content(text, kind, severity, itemId, drillId, singlePointId).equals(content);
    }

    /** What it is called by now: by triage, or else by whoever logged it. */
    public String kindNow() {
        return judgedKind == null ? kind : judgedKind;
    }

    public String severityNow() {
        return judgedSeverity == null ? severity : judgedSeverity;
    }

    public UUID singlePointNow() {
        return judgedSinglePointId == null ? singlePointId : judgedSinglePointId;
    }

    public boolean isTriaged() {
        return state != TriageState.NEW;
    }

    /** Another kind or severity than it was logged with; null leaves it. */
    public void label(String otherKind, String otherSeverity) {
        judgedKind = otherKind == null ? judgedKind : otherKind;
        judgedSeverity = otherSeverity == null ? judgedSeverity : otherSeverity;
    }

    /** It is about another single point of failure than it was logged with; null goes back to that one. */
    public void pointTo(UUID singlePoint) {
        judgedSinglePointId = singlePoint;
    }

    /** It shows this defect. */
    public void confirm(UUID defect, String by, Instant at) {
        triage(TriageState.CONFIRMED, null, by, at);
        defectId = defect;
    }

    public void note(String reason, String by, Instant at) {
        triage(TriageState.NOTED, reason, by, at);
    }

    /** @throws Problem 422 without a reason */
    public void dismiss(String reason, String by, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "Say why it is dismissed; whoever logged it took the trouble.");
        }
        triage(TriageState.DISMISSED, reason, by, at);
    }

    public void readOutsideBy(String person) {
        outsideReader = person;
    }

    /** Its finder objects: it is looked at again, once. @throws Problem 409 the second time */
    public void object(String why, Instant at) {
        if (objectedAt != null) {
            throw Problem.conflict("You objected once already; it was looked at again.");
        }
        objection = why;
        objectedAt = at;
        outcomeToldAt = null;
        reopen(Journal.PLATFORM, at);
    }

    /** To be looked at again. */
    public void reopen(String by, Instant at) {
        triage(TriageState.NEW, null, by, at);
    }

    private void triage(TriageState to, String reason, String by, Instant at) {
        state = to;
        triageReason = reason;
        triagedBy = by;
        triagedAt = at;
        defectId = null;
    }

    /** Some that name a single point of failure, and of which triage says so: each by an index of its own. */
    public static List<Finding> ofSinglePoint(UUID singlePoint, int most) {
        return Stream.of("singlePointId", "judgedSinglePointId")
                .flatMap(field -> Finding.<Finding> find(field, singlePoint).range(0, most - 1).list().stream()).distinct()
                .toList();
    }

    /** How many of an exercise nobody has looked at. */
    public static long untriaged(UUID exerciseId) {
        return count("exerciseId = ?1 and state = ?2", exerciseId, TriageState.NEW);
    }

    /** As they were seen. */
    public static List<Finding> ofDefect(UUID defectId) {
        return list("defectId = ?1 order by observedAt, id", defectId);
    }

    /** Newest first, after one already seen (or null). */
    static List<Finding> of(UUID exerciseId, Finding after, int limit) {
        return after == null
                ? Finding.<Finding> find("exerciseId = ?1 order by createdAt desc, id", exerciseId).range(0, limit - 1).list()
                : Finding.<Finding> find(
                        "exerciseId = ?1 and (createdAt < ?2 or createdAt = ?2 and id > ?3) order by createdAt desc, id",
                        exerciseId, after.createdAt, after.id).range(0, limit - 1).list();
    }
}
