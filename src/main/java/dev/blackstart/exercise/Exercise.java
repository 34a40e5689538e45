package dev.blackstart.exercise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.DynamicUpdate;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalHead;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;

/** One occurrence of a plan, and the head row of its timeline and journal: whoever changes any of these holds its lock. */
@Entity
@DynamicUpdate
public class Exercise extends BaseEntity implements JournalHead {

    @NotNull
    public String planKey;

    public int revision;

    /** The plan's name: control staff only. */
    @NotNull
    public String name;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ExerciseState state = ExerciseState.DRAFT;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Mode mode;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    @NotNull
    @Enumerated(EnumType.STRING)
    public PlanDocument.Notice notice;

    public Instant startsAt;

    @NotNull
    public String zone;

    /** Since when its people may know of it; null for a draft. */
    public Instant scheduledAt;

    @Embedded
    public ExerciseClock clock = new ExerciseClock();

    @Enumerated(EnumType.STRING)
    public PauseReason pauseReason;

    /** Since when it stands. */
    public Instant pausedAt;

    /** Positions on the clock between which nothing could be conducted, after a catch-up that counted them. */
    public Long outageFrom;

    public Long outageUntil;

    public Instant endedAt;

    /** The next instant at which the platform has to do something for it; null when there is nothing. */
    public Instant nextDueAt;

    @Column(name = "journal_seq", nullable = false)
    public long seq;

    @NotNull
    @Column(name = "journal_hash")
    public String hash = JournalEntry.GENESIS;

    /** Gate checks that the director overrode at STARTEX, comma-separated. */
    public String overridden;

    @NotNull
    public String createdBy;

    protected Exercise() {
    }

    public Exercise(PlanRevision revision, Mode mode, int speed, String zone, String createdBy, Instant at) {
        super(UUID.randomUUID(), at);
        if (mode == Mode.LIVE && speed != 1) {
            throw Problem.invalid("speed", "A live exercise runs at speed 1; rehearse it to go faster.");
        }
        if (speed < 1 || speed > 3_600) {
            throw Problem.invalid("speed", "speed lies between 1 and 3600.");
        }
        this.mode = mode;
        this.clock.speed = speed;
        this.createdBy = createdBy;
        this.zone = zone;
        adopt(revision);
    }

    /** Takes this row's lock and waits for it; nothing of it may have been read before in the transaction. */
    public static Exercise lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Takes the lock only if nobody has it; null otherwise. */
    public static Exercise lockIfFree(UUID id) {
        return Exercise.<Exercise> find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2).firstResult();
    }

    public PlanDocument plan() {
        return PlanRevision.document(planKey, revision);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean isRehearsal() {
        return mode == Mode.REHEARSAL;
    }

    /** Date, zone and revision may change until STARTEX. */
    public void move(Instant newStart, String newZone, PlanRevision newRevision) {
        if (!state.isBeforeStart()) {
            throw new IllegalTransition("The exercise", state.key(), "moved", state.allowed());
        }
        startsAt = newStart;
        zone = newZone;
        if (newRevision.number != revision) {
            adopt(newRevision);
        }
    }

    /** Where the plan says so, STARTEX is a due instant like any other: looked at after each change of date or plan. */
    void awaitStart() {
        nextDueAt = state == ExerciseState.SCHEDULED && !isRehearsal() && plan().schedule().start().equals("automatic")
                ? startsAt
                : null;
    }

    private void adopt(PlanRevision newRevision) {
        PlanDocument document = newRevision.document();
        planKey = newRevision.planKey;
        revision = newRevision.number;
        name = document.name();
        notice = document.schedule().notice();
    }

    public void schedule(Instant at) {
        mustBe(ExerciseState.SCHEDULED, ExerciseState.DRAFT);
        if (startsAt == null) {
            if (!isRehearsal()) {
                throw Problem.invalid("startsAt", "Give the exercise its date first: PATCH it with startsAt.");
            }
            startsAt = at;
        }
        state = ExerciseState.SCHEDULED;
        scheduledAt = at;
    }

    public void cancel() {
        mustBe(ExerciseState.CANCELLED, ExerciseState.DRAFT, ExerciseState.SCHEDULED);
        state = ExerciseState.CANCELLED;
        nextDueAt = null;
    }

    public void start(Instant at) {
        mustBe(ExerciseState.RUNNING, ExerciseState.SCHEDULED);
        state = ExerciseState.RUNNING;
        clock.start(at);
    }

    /** The clock stands from an instant that may lie back, before something that was due and did not happen. */
    public void pause(PauseReason reason, Instant since) {
        mustBe(ExerciseState.PAUSED, ExerciseState.RUNNING);
        state = ExerciseState.PAUSED;
        pauseReason = reason;
        pausedAt = since;
        clock.stand(since);
        nextDueAt = null;
    }

    /** A real emergency while it already stands: from now on only director or safety officer go on. */
    public void deepenPause() {
        pauseReason = pauseReason.isOutage() ? PauseReason.NO_DUFF_OUTAGE : PauseReason.NO_DUFF;
    }

    public void resume(CatchUp catchUp, Instant at) {
        mustBe(ExerciseState.RUNNING, ExerciseState.PAUSED);
        if (pauseReason.isOutage() && catchUp != CatchUp.SHIFT) {
            outageFrom = clock.base;
            clock.resumeIncluding(pausedAt, at);
            outageUntil = clock.base;
        } else {
            clock.resume(at);
        }
        state = ExerciseState.RUNNING;
        pauseReason = null;
        pausedAt = null;
    }

    public void end(Outcome how, Instant at) {
        mustBe(ExerciseState.ENDED, ExerciseState.RUNNING, ExerciseState.PAUSED);
        if (clock.isRunning()) {
            clock.stand(at);
        }
        state = ExerciseState.ENDED;
        outcome = how;
        endedAt = at;
        pauseReason = null;
        pausedAt = null;
        nextDueAt = null;
    }

    public void close() {
        mustBe(ExerciseState.CLOSED, ExerciseState.ENDED);
        state = ExerciseState.CLOSED;
    }

    private void mustBe(ExerciseState wanted, ExerciseState... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("The exercise", state.key(), wanted.key(), state.allowed());
        }
    }

    /** The director's reason stands for these; a driver that is not there stays a hindrance. */
    public void override(List<GateKey> failed) {
        overridden = failed.isEmpty() ? null : String.join(",", failed.stream().map(GateKey::key).toList());
    }

    public boolean overrode(GateKey key) {
        return key != GateKey.DRIVERS && overridden != null && List.of(overridden.split(",")).contains(key.key());
    }

    /** Whether a position of the clock fell into a time when nothing could be conducted. */
    public boolean wasOut(long position) {
        return outageFrom != null && position >= outageFrom && position <= outageUntil;
    }

    @Override
    public UUID journalId() {
        return id;
    }

    @Override
    public long lastSeq() {
        return seq;
    }

    @Override
    public String lastHash() {
        return hash;
    }

    @Override
    public void advance(long newSeq, String newHash) {
        seq = newSeq;
        hash = newHash;
    }

    @Override
    public String clockText(Instant at) {
        return ExerciseClock.text(clock.position(at));
    }

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        ABORTED;

        public String key() {
            return name().toLowerCase();
        }
    }

    /** What to do with what fell due while nothing could be conducted. */
    public enum CatchUp {
        SHIFT,
        RELEASE,
        SKIP
    }
}
