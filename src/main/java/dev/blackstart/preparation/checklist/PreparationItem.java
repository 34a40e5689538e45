package dev.blackstart.preparation.checklist;

import java.time.Instant;
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

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.problem.IllegalTransition;

/** One thing a team gets ready before an exercise. It holds what it is called for those who may know why, and for others. */
@Entity
public class PreparationItem extends BaseEntity {

    /** Of an item {@code i}. */
    public static final String MINE = """
            (i.owner = :viewer or exists (select 1 from Team t join t.members m where t.key = i.team and m = :viewer))""";

    /** Of an item {@code i} of an exercise {@code e}: as long as there is something to prepare. */
    public static final String CURRENT = """
            from PreparationItem i, Exercise e where e.id = i.exerciseId and e.mode = LIVE
                and e.state in (SCHEDULED, RUNNING, PAUSED, ENDED) and i.dropped = false and """;

    public static final int MOST = 1_000;

    @NotNull
    public UUID exerciseId;

    /** The plan's key, or one made for what was added by hand: control staff only. */
    @NotNull
    @Column(name = "item_key")
    public String key;

    /** Its place in the plan. */
    public int position;

    /** Team key. */
    @NotNull
    public String team;

    @NotNull
    public String kind;

    @NotNull
    public String title;

    /** What is read instead where the exercise may not be known. */
    @NotNull
    public String neutral;

    /** Whether its team may not know of the exercise. */
    public boolean veiled;

    /** The exercise does not start without it. */
    public boolean blocking;

    /** For who knows the start. */
    @NotNull
    public Instant dueAt;

    /** For everybody else. */
    @NotNull
    public Instant teamDueAt;

    /** Person key; null for what the plan asks for. */
    public String addedBy;

    /** The plan does not ask for it any more. */
    public boolean dropped;

    @NotNull
    @Enumerated(EnumType.STRING)
    public PreparationState state = PreparationState.OPEN;

    /** Person key, or null. */
    public String owner;

    /** What it is blocked by. */
    public String reason;

    /** What shows that it is done. */
    public String evidence;

    public String startedBy;

    public Instant startedAt;

    public String doneBy;

    public Instant doneAt;

    public String verifiedBy;

    public Instant verifiedAt;

    /** Person keys of everybody who owned it or worked on it: none of them verifies it. */
    @ElementCollection
    @CollectionTable(name = "preparation_worker", joinColumns = @JoinColumn(name = "item_id"))
    @Column(name = "person", nullable = false)
    @BatchSize(size = 100)
    public Set<String> workers = new LinkedHashSet<>();

    protected PreparationItem() {
    }

    private PreparationItem(Exercise exercise, String key, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.key = key;
    }

    static PreparationItem planned(Exercise exercise, PlanDocument.Preparation planned, int position, Instant at) {
        PreparationItem item = new PreparationItem(exercise, planned.key(), at);
        item.follow(exercise, planned, position);
        return item;
    }

    /** Added by hand; whoever adds it writes a title that its team may read. */
    public static PreparationItem added(Exercise exercise, String key, Addition wanted, Due due, String by, Instant at) {
        PreparationItem item = new PreparationItem(exercise, key, at);
        item.position = Integer.MAX_VALUE;
        item.team = wanted.team();
        item.kind = wanted.kind();
        item.title = wanted.title();
        item.neutral = wanted.title();
        item.blocking = wanted.blocking();
        item.veiled = Due.isVeiled(exercise);
        item.dueAt = due.exact();
        item.teamDueAt = due.told();
        item.addedBy = by;
        return item;
    }

    /** What somebody adds to the plan's own. */
    public record Addition(String team, String kind, String title, boolean blocking) {
    }

    /** What somebody's teams have to do, and what is theirs alone, in order of time: needs no sight of any exercise. */
    public static List<PreparationItem> of(String person) {
        return getEntityManager().createQuery("select i " + CURRENT + MINE
                + " order by i.teamDueAt, i.position, i.id", PreparationItem.class).setParameter("viewer", person)
                .setMaxResults(MOST).getResultList();
    }

    /** In the plan's order. */
    public static List<PreparationItem> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by position, createdAt, id", exerciseId);
    }

    /** What an exercise needs, as its plan says now. */
    public static List<PreparationItem> needed(UUID exerciseId) {
        return list("exerciseId = ?1 and dropped = false order by position, createdAt, id", exerciseId);
    }

    public static PreparationItem of(UUID exerciseId, String key) {
        return find("exerciseId = ?1 and key = ?2", exerciseId, key).firstResult();
    }

    /** Takes over what the plan and the date say now; the work that was done on it stays. */
    void follow(Exercise exercise, PlanDocument.Preparation planned, int newPosition) {
        Due due = Due.of(exercise, planned.due());
        position = newPosition;
        if (!planned.team().equals(team)) {
            owner = null;
        }
        team = planned.team();
        kind = planned.kind();
        title = planned.title();
        neutral = planned.neutral() == null ? PreparationKinds.neutral(planned.kind()) : planned.neutral();
        veiled = Due.isVeiled(exercise);
        blocking = planned.blocking();
        dueAt = due.exact();
        teamDueAt = due.told();
        dropped = false;
    }

    /** What was added by hand is read by its team as it stands; only whether the exercise may be known can change. */
    void veil(Exercise exercise) {
        veiled = Due.isVeiled(exercise);
    }

    void drop() {
        dropped = true;
    }

    /** Somebody's, or with null anybody's of the team. */
    public void give(String person) {
        owner = person;
        if (person != null) {
            workers.add(person);
        }
    }

    /**
     * A member of the team works on it from now on, and takes it where it has no owner. Control staff who say that it is not
     * done yet do not work on it.
     */
    public void start(String by, boolean member, Instant at) {
        mustBe(PreparationState.STARTED, PreparationState.OPEN, PreparationState.BLOCKED, PreparationState.DONE);
        boolean sentBack = state == PreparationState.DONE && !member;
        state = PreparationState.STARTED;
        startedBy = sentBack ? doneBy : by;
        startedAt = at;
        reason = null;
        doneBy = null;
        doneAt = null;
        if (sentBack) {
            return;
        }
        workers.add(by);
        if (owner == null && member) {
            owner = by;
        }
    }

    public void block(String why) {
        mustBe(PreparationState.BLOCKED, PreparationState.OPEN, PreparationState.STARTED);
        state = PreparationState.BLOCKED;
        reason = why;
    }

    public void finish(String shown, String by, Instant at) {
        mustBe(PreparationState.DONE, PreparationState.OPEN, PreparationState.STARTED, PreparationState.BLOCKED);
        state = PreparationState.DONE;
        evidence = shown;
        reason = null;
        doneBy = by;
        workers.add(by);
        doneAt = at;
    }

    public void verify(String by, Instant at) {
        mustBe(PreparationState.VERIFIED, PreparationState.DONE);
        state = PreparationState.VERIFIED;
        verifiedBy = by;
        verifiedAt = at;
    }

    /** As its team reads it. */
    public String teamTitle() {
        return veiled ? neutral : title;
    }

    public boolean isOverdue(Instant due, Instant now) {
        return state.isToDo() && due.isBefore(now);
    }

    private void mustBe(PreparationState wanted, PreparationState... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("This item", state.key(), wanted.key(), state.allowed());
        }
    }
}
