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
import dev.blackstart.exercise.ExerciseClock;

/**
 * One place of a tree in flight, as it stood when the tree was activated: whom to try, in which order, by which channels, and
 * what
 * has become of it. Positions are microseconds of the exercise clock.
 */
@Entity
@DynamicUpdate
public class CallNode extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID activationId;

    /** Who calls this one if all goes well; null for the root. */
    public UUID parentId;

    /** Its place in the tree, read from the top. */
    public int place;

    /** How far down; the root's is 0. */
    public int depth;

    /** Key of the team whose duty list was resolved; null for somebody by name. */
    public String team;

    /** Person keys, comma-separated: whoever is meant, then the alternates. */
    @NotNull
    public String people;

    /** Comma-separated, in order. */
    @NotNull
    public String channels;

    public long waitMicros;

    /** How often each person is tried by all channels. */
    public int rounds;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.WAITING;

    /** Which try is under way; -1 before the first. */
    public int turn = -1;

    /** Where the next try is due; null for nothing. */
    public Long nextClock;

    public Long begunClock;
    public Long settledClock;
    public Instant settledAt;

    /** Person key. */
    public String reachedBy;

    /** Somebody answered after everybody was given up. */
    public boolean late;

    protected CallNode() {
    }

    public CallNode(Activation activation, CallNode parent, int place, CallTree.Node node, List<String> people, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = activation.exerciseId;
        this.activationId = activation.id;
        this.parentId = parent == null ? null : parent.id;
        this.place = place;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.team = node.onDuty();
        this.people = String.join(",", people);
        this.channels = String.join(",", node.channels());
        this.waitMicros = ExerciseClock.micros(node.waits().onClock());
        this.rounds = node.repeat() + 1;
    }

    /** What has become of a place. */
    public enum State {
        /** Whoever calls it was not reached yet. */
        WAITING,
        CALLING,
        REACHED,
        /** Everybody was tried, and nobody answered. */
        BROKEN,
        /** It was over before. */
        STOOD_DOWN;

        public String key() {
            return name().toLowerCase().replace('_', '-');
        }
    }

    public static List<CallNode> of(UUID activationId) {
        return list("activationId = ?1 order by place", activationId);
    }

    /** Where something is due next in any tree of an exercise; null for nothing. */
    public static Long nextClock(UUID exerciseId) {
        return getEntityManager()
                .createQuery("select min(c.nextClock) from CallNode c where c.exerciseId = ?1", Long.class)
                .setParameter(1, exerciseId).getSingleResult();
    }

    /** The first place where something is due at or before a position of the clock; null where nothing is. */
    public static CallNode nextDue(UUID exerciseId, long position) {
        return find("exerciseId = ?1 and nextClock <= ?2 order by nextClock, place, id", exerciseId, position).firstResult();
    }

    public List<String> candidates() {
        return List.of(people.split(","));
    }

    /** Whom the plan means, before any alternate. */
    public String person() {
        return candidates().get(0);
    }

    public List<String> channelsInOrder() {
        return List.of(channels.split(","));
    }

    private int triesEach() {
        return rounds * channelsInOrder().size();
    }

    int turns() {
        return candidates().size() * triesEach();
    }

    String personAt(int which) {
        return candidates().get(which / triesEach());
    }

    public String channelAt(int which) {
        return channelsInOrder().get(which % channelsInOrder().size());
    }

    /** From 0. */
    public int roundAt(int which) {
        return which % triesEach() / channelsInOrder().size();
    }

    /** The last try of whoever is tried now. */
    int lastTurnOfPerson() {
        return (turn / triesEach() + 1) * triesEach() - 1;
    }

    /** Who is being tried; null while nobody is. */
    public String trying() {
        return state == State.CALLING && turn >= 0 ? personAt(turn) : null;
    }

    public boolean isOpen() {
        return state == State.WAITING || state == State.CALLING;
    }

    void begin(long at) {
        state = State.CALLING;
        begunClock = at;
    }

    void tryNow(int which, long until) {
        turn = which;
        nextClock = until;
    }

    void settle(State as, long at) {
        state = as;
        settledClock = at;
        nextClock = null;
    }
}
