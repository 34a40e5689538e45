package dev.blackstart.followup.action;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.BatchSize;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.RiskRank;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.IllegalTransition;

/** The correction of a defect: one owner, one day, a mechanism; not finished until somebody else has proved it. */
@Entity
public class ActionItem extends BaseEntity {

    @NotNull
    public UUID defectId;

    /** The defect's exercise. */
    @NotNull
    public UUID exerciseId;

    @NotNull
    public String title;

    /** Person key: exactly one answers for it. */
    @NotNull
    public String owner;

    /** Person keys of everybody who owns it or ever did: none of them proves it. */
    @ElementCollection
    @CollectionTable(name = "action_owner", joinColumns = @JoinColumn(name = "action_id"))
    @Column(name = "person", nullable = false)
    @BatchSize(size = 100)
    public Set<String> owners = new LinkedHashSet<>();

    @NotNull
    @Enumerated(EnumType.STRING)
    public Kind kind;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    @NotNull
    public Instant dueAt;

    /** Where an outside tracker keeps it; http or https, or null. */
    public String link;

    @NotNull
    public String openedBy;

    /** Why it may take longer than usual, and who answers for that. */
    public String exceptionReason;
    public String exceptionBy;

    /** Why an intention is taken for a mechanism. */
    public String overrideReason;

    public String dropReason;

    /** What shows that it was done, or that it works. */
    public String evidence;

    public Instant doneAt;
    public Instant verifiedAt;

    /** Person key, or the platform for a retest. */
    public String verifiedBy;

    /** The exercise that proved it; null where evidence did. */
    public UUID verifiedIn;

    /** The place of {@link #rank}, kept here so that lists are sorted by it. */
    public int riskOrder = RiskRank.UNKNOWN.ordinal();

    /** Keys of the plan and of the drill in it that this action became; null where it did not. */
    public String drillPlan;
    public String drillKey;

    /** Whether it would prevent a similar event, not only this one; null where nobody answered. */
    @Enumerated(EnumType.STRING)
    public PreventsSimilar preventsSimilar;

    /** Why its defect has one more open action than {@link Actions#FEW}. */
    public String manyReason;

    /** How many levels were told that it is overdue: 0 nobody, 1 its owner, 2 leads, 3 masters. */
    public int escalated;

    /** The due day that this belongs to; another one begins anew. */
    public Instant escalatedDue;

    /** When its owner was told; null while the exercise is not over for them. */
    public Instant toldAt;

    protected ActionItem() {
    }

    ActionItem(Defect defect, Task task, String openedBy, Instant at) {
        super(UUID.randomUUID(), at);
        this.defectId = defect.id;
        this.exerciseId = defect.exerciseId;
        rank(defect.rank());
        this.title = task.title();
        this.owner = task.owner();
        this.owners.add(owner);
        this.kind = task.kind();
        this.dueAt = task.dueAt();
        this.link = task.link();
        this.exceptionReason = task.exceptionReason();
        this.exceptionBy = task.exceptionReason() == null ? null : openedBy;
        this.overrideReason = task.overrideReason();
        this.preventsSimilar = task.preventsSimilar();
        this.manyReason = task.manyReason();
        this.openedBy = openedBy;
    }

    /**
     * What is to be done. @param exceptionReason null where it is due in time @param overrideReason null for a mechanism
     *
     * @param manyReason null where its defect has few open actions
     */
    record Task(String title, String owner, Kind kind, Instant dueAt, String link, String exceptionReason,
            String overrideReason, PreventsSimilar preventsSimilar, String manyReason) {
    }

    /** Whether an action would prevent a similar event, not only this one (R73). */
    public enum PreventsSimilar {
        YES,
        NO,
        UNSURE
    }

    /** What it is meant to bring about. */
    public enum Kind {
        PREVENT,
        DETECT,
        MITIGATE,
        PROCESS,
        /** An action that is a drill. */
        REHEARSE
    }

    /** Where it has come. */
    public enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        VERIFIED,
        DROPPED;

        public boolean isUndone() {
            return this == OPEN || this == IN_PROGRESS;
        }
    }

    public static final List<State> UNDONE = List.of(State.OPEN, State.IN_PROGRESS);

    public static List<ActionItem> of(UUID defectId) {
        return list("defectId = ?1 order by createdAt, id", defectId);
    }

    public static List<ActionItem> of(Collection<UUID> defectIds) {
        return defectIds.isEmpty() ? List.of() : list("defectId in ?1 order by createdAt, id", defectIds);
    }

    public boolean isOverdue(Instant now) {
        return state.isUndone() && dueAt.isBefore(now);
    }

    void start() {
        mustBe(State.IN_PROGRESS, State.OPEN, State.DONE);
        state = State.IN_PROGRESS;
        doneAt = null;
    }

    /** @param proof what shows it, or null */
    void finish(String proof, Instant at) {
        mustBe(State.DONE, State.OPEN, State.IN_PROGRESS);
        state = State.DONE;
        evidence = proof == null ? evidence : proof;
        doneAt = at;
    }

    public void verify(String by, UUID provedIn, String proof, Instant at) {
        mustBe(State.VERIFIED, State.DONE);
        state = State.VERIFIED;
        evidence = proof == null ? evidence : proof;
        verifiedAt = at;
        verifiedBy = by;
        verifiedIn = provedIn;
    }

    void drop(String reason) {
        mustBe(State.DROPPED, State.OPEN, State.IN_PROGRESS, State.DONE);
        state = State.DROPPED;
        dropReason = reason;
    }

    /** It has to be done again, or after all. */
    public void reopen() {
        mustBe(State.OPEN, State.IN_PROGRESS, State.DONE, State.VERIFIED, State.DROPPED);
        state = State.OPEN;
        doneAt = null;
        verifiedAt = null;
        verifiedBy = null;
        verifiedIn = null;
        dropReason = null;
    }

    /** Somebody else's from now on, who has not been told yet. */
    void handTo(String person) {
        if (!owner.equals(person)) {
            owner = person;
            owners.add(person);
            toldAt = null;
        }
    }

    /** Owns it, or did once: handing it over and taking it back makes nobody its judge. */
    public boolean wasOwnedBy(String person) {
        return owners.contains(person);
    }

    void postpone(Instant due, String exception, String by) {
        dueAt = due;
        exceptionReason = exception;
        exceptionBy = exception == null ? null : by;
    }

    void linkTo(String address) {
        link = address;
    }

    /** How much risk it removes: that of its defect. */
    public RiskRank rank() {
        return RiskRank.values()[riskOrder];
    }

    public final void rank(RiskRank rank) {
        riskOrder = rank.ordinal();
    }

    public void becomeDrill(String plan, String drill) {
        drillPlan = plan;
        drillKey = drill;
    }

    /** @param level of those who were told that it is overdue */
    public void escalate(int level) {
        escalated = level;
        escalatedDue = dueAt;
    }

    void told(Instant at) {
        toldAt = at;
    }

    public List<String> allowed() {
        return switch (state) {
            case OPEN -> List.of("in-progress", "done", "dropped");
            case IN_PROGRESS -> List.of("open", "done", "dropped");
            case DONE -> List.of("verified", "in-progress", "open", "dropped");
            case VERIFIED, DROPPED -> List.of("open");
        };
    }

    private void mustBe(State wanted, State... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("The action", Choice.key(state), Choice.key(wanted), allowed());
        }
    }
}
