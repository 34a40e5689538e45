package dev.blackstart.calling.tree;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.DynamicUpdate;

import dev.blackstart.database.BaseEntity;

/** One try to reach one person by one way, and what came of it. Its id is what a link in a mail proves. */
@Entity
@DynamicUpdate
public class ContactAttempt extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID activationId;

    @NotNull
    public UUID contactId;

    /** Which try of its place. */
    public int turn;

    /** Person key. */
    @NotNull
    public String person;

    @NotNull
    public String channel;

    /** Person key of who phones; null where the platform sends it. */
    public String caller;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    /** Where on the exercise clock it was made. */
    @Column(name = "made_clock", nullable = false)
    public long clock;

    public Instant settledAt;
    public Long settledClock;

    /** How it was acknowledged; null until then. */
    @Enumerated(EnumType.STRING)
    public Via via;

    /** After somebody else had been called instead, or everybody given up. */
    public boolean late;

    /** To the question that shows whether the message arrived as it was meant. */
    public String answer;

    /** What whoever phoned wrote down beside the result. */
    public String note;

    /** What control staff said of the answer; null for nothing yet. */
    public Boolean answerRight;

    public String answerJudgedBy;

    protected ContactAttempt() {
    }

    public ContactAttempt(CallNode contact, int turn, String person, String channel, String caller, long clock, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = contact.exerciseId;
        this.activationId = contact.activationId;
        this.contactId = contact.id;
        this.turn = turn;
        this.person = person;
        this.channel = channel;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came of it. */
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        /** Its wait passed. */
        UNANSWERED,
        NO_ANSWER,
        BUSY,
        WRONG_NUMBER,
        DECLINED,
        /** The person is out of play: nothing was sent. */
        WITHHELD,
        /** Nothing is known by which this channel would reach the person. */
        UNREACHABLE,
        /** No longer needed: they, or somebody else, answered. */
        RECALLED;

        public String key() {
            return name().toLowerCase().replace('_', '-');
        }
    }

    /** By what somebody acknowledged. */
    public enum Via {
        LINK,
        PAGE,
        /** Whoever phoned wrote it down. */
        CALLER,
        /** Control staff did on their behalf. */
        CONTROL,
        /** A rehearsal assumed it. */
        ASSUMED;

        public String key() {
            return name().toLowerCase();
        }
    }

    public static List<ContactAttempt> of(UUID activationId) {
        return list("activationId = ?1 order by createdAt, turn, id", activationId);
    }

    public static List<ContactAttempt> ofContact(UUID contactId) {
        return list("contactId = ?1 order by createdAt, turn, id", contactId);
    }

    /** A rehearsal is control staff's alone: nobody is called in it. */
    private static final String LIVE = " and exists (select 1 from Exercise e where e.id = a.exerciseId and e.mode = LIVE)";

    /** What somebody is called by in trees that run: by the platform, so that they may answer in the page. */
    public static List<ContactAttempt> callsTo(String person) {
        return list("from ContactAttempt a where a.person = ?1 and a.channel <> 'phone' and a.state in (OPEN, UNANSWERED)"
                + LIVE
                + " and exists (select 1 from Activation t where t.id = a.activationId and t.state = RUNNING)"
                + " and not exists (select 1 from ContactAttempt b where b.activationId = a.activationId and b.person = ?1"
                + " and b.state = ACKNOWLEDGED) order by a.createdAt desc", person);
    }

    /** Whom somebody is asked to phone now. */
    public static List<ContactAttempt> callsBy(String caller) {
        return list("from ContactAttempt a where a.caller = ?1 and a.state = OPEN" + LIVE
                + " and exists (select 1 from Activation t where t.id = a.activationId and t.state = RUNNING)"
                + " order by a.createdAt, a.id", caller);
    }

    /** Everybody to whom anything went out in an exercise. */
    public static List<String> contacted(UUID exerciseId) {
        return getEntityManager().createQuery("select distinct a.person from ContactAttempt a where a.exerciseId = ?1"
                + " and a.state not in (WITHHELD, UNREACHABLE) order by a.person", String.class).setParameter(1, exerciseId)
                .getResultList();
    }

    /** The first answer somebody gave in a tree; null for none. */
    public static ContactAttempt answerOf(UUID activationId, String person) {
        return find("activationId = ?1 and person = ?2 and state = ?3 order by settledAt", activationId, person,
                State.ACKNOWLEDGED).firstResult();
    }

    public static List<String> acknowledged(Collection<ContactAttempt> attempts) {
        return attempts.stream().filter(ContactAttempt::isAcknowledged).map(one -> one.person).distinct().toList();
    }

    boolean isAcknowledged() {
        return state == State.ACKNOWLEDGED;
    }

    /** It may still be on its way. */
    public boolean isUnsettled() {
        return state == State.OPEN || state == State.UNANSWERED;
    }

    /** Nothing ever went out. */
    public boolean isSilent() {
        return state == State.WITHHELD || state == State.UNREACHABLE;
    }

    public boolean isCall() {
        return channel.equals("phone");
    }

    public void settle(State as, long position, Instant at) {
        state = as;
        settledClock = position;
        settledAt = at;
    }

    public void acknowledge(Via how, String said, boolean isLate, long position, Instant at) {
        settle(State.ACKNOWLEDGED, position, at);
        via = how;
        answer = said;
        late = isLate;
    }

    public void judge(boolean right, String by) {
        answerRight = right;
        answerJudgedBy = by;
    }
}
