package dev.blackstart.calling.tree;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.DynamicUpdate;

import dev.blackstart.catalogue.CallTree;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;

/** A tree in flight: a snapshot of plan and directory, so that later edits of these change nothing in it. */
@Entity
@DynamicUpdate
public class Activation extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Key of the tree in the plan. */
    @NotNull
    public String treeKey;

    /** Timeline item that began it; null when somebody did by hand. */
    public UUID itemId;

    @NotNull
    public String subject;

    public String text;

    public String question;

    public Double passReach;
    public Integer passQuorum;
    public Long passWithin;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.RUNNING;

    /** A rehearsal's: whoever is tried answers by themselves. */
    public boolean answers;

    /** Person key, or the platform. */
    @NotNull
    public String startedBy;

    public long startedClock;

    public Instant endedAt;
    public Long endedClock;

    /** Null while it runs. */
    @Enumerated(EnumType.STRING)
    public Result result;

    public String resultReason;

    protected Activation() {
    }

    public Activation(Exercise exercise, CallTree tree, UUID itemId, boolean answers, String by, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.treeKey = tree.key();
        this.itemId = itemId;
        this.answers = answers;
        this.subject = tree.message().line();
        this.text = tree.message().text();
        this.question = tree.message().confirmQuestion();
        this.passReach = tree.pass().reach();
        this.passQuorum = tree.pass().quorum();
        this.passWithin = tree.pass().within() == null ? null : ExerciseClock.micros(tree.pass().within().onClock());
        this.startedBy = by;
        this.startedClock = exercise.clock.position(at);
    }

    /** Where it has come. */
    public enum State {
        RUNNING,
        /** Everybody was reached or given up. */
        ENDED,
        /** Stopped before that. */
        STOOD_DOWN;

        public String key() {
            return name().toLowerCase().replace('_', '-');
        }
    }

    /** What it showed. */
    public enum Result {
        PASSED,
        FAILED,
        INCONCLUSIVE;

        public String key() {
            return name().toLowerCase();
        }
    }

    public static List<Activation> running(UUID exerciseId) {
        return list("exerciseId = ?1 and state = ?2 order by createdAt, id", exerciseId, State.RUNNING);
    }

    /** Oldest first. */
    public static List<Activation> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }

    /** Newest first. */
    public static List<Activation> of(UUID exerciseId, String treeKey) {
        return list("exerciseId = ?1 and treeKey = ?2 order by createdAt desc, id", exerciseId, treeKey);
    }

    /** The one that an item of the timeline began; null where it began none. */
    public static Activation ofItem(UUID itemId) {
        return find("itemId", itemId).firstResult();
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public void end(State how, Result what, String why, long position, Instant at) {
        state = how;
        result = what;
        resultReason = why;
        endedClock = position;
        endedAt = at;
    }
}
