package dev.blackstart.calling.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.problem.IllegalTransition;

/** What somebody found wrong in the directory while calling, and what would be right: it waits until one who may says yes. */
@Entity
public class Correction extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID attemptId;

    /** Whose entry it is. */
    @NotNull
    public String person;

    /** {@code phone}, {@code email} or {@code chat}. */
    @NotNull
    public String field;

    /** What is right; null where only the wrong one is known, which is then taken out. */
    @Column(name = "new_value")
    public String value;

    @NotNull
    public String proposedBy;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.PROPOSED;

    public String decidedBy;

    public Instant decidedAt;

    protected Correction() {
    }

    Correction(ContactAttempt attempt, String field, String value, String by, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = attempt.exerciseId;
        this.attemptId = attempt.id;
        this.person = attempt.person;
        this.field = field;
        this.value = value;
        this.proposedBy = by;
    }

    /** What was decided. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED;

        public String key() {
            return name().toLowerCase();
        }
    }

    static Correction ofAttempt(UUID attemptId) {
        return find("attemptId", attemptId).firstResult();
    }

    /** The entry was changed in the directory after it was found wrong: what was said then is no longer about it. */
    private static final String OVERTAKEN = """
            exists (select 1 from DirectoryChange d where d.kind = PERSON and d.entry = c.person and d.createdAt > c.createdAt
                and (d.before like concat('%"', c.field, '":%') or d.after like concat('%"', c.field, '":%')))""";

    /** Those that nobody has decided on. */
    static List<Correction> open() {
        return list("from Correction c where c.state = ?1 and not " + OVERTAKEN + " order by c.createdAt, c.id",
                State.PROPOSED);
    }

    /** Those that wait for this person's decision. */
    public static List<Correction> openFor(String viewer, int most) {
        CorrectionApprover settler = CorrectionApprover.of(viewer);
        return Correction.<Correction> find("from Correction c where c.state = ?1 and (?2 = true or c.person = ?3 or exists "
                + "(select 1 from Team t join t.members m where t.lead = ?3 and m = c.person)) and not " + OVERTAKEN
                + " order by c.createdAt, c.id", State.PROPOSED, settler.administrator(), viewer).page(0, most).list().stream()
                .filter(settler::may).toList();
    }

    boolean isOvertaken() {
        return count("from Correction c where c.id = ?1 and " + OVERTAKEN, id) > 0;
    }

    /** What is wrong, in words. */
    public String word() {
        return switch (field) {
            case "phone" -> "phone number";
            case "chat" -> "chat address";
            default -> "mail address";
        };
    }

    void decide(State as, String by, Instant at) {
        if (state != State.PROPOSED) {
            throw new IllegalTransition("The correction", state.key(), as.key(), List.of());
        }
        state = as;
        decidedBy = by;
        decidedAt = at;
    }
}
