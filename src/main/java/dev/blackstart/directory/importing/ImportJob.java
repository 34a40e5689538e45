package dev.blackstart.directory.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.problem.IllegalTransition;

/** A file on its way into the directory: looked at first, taken in when somebody says so. */
@Entity
public class ImportJob extends BaseEntity {

    /** Whoever works at it says so at least this often; else another replica goes on. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Afterwards the file itself, with everybody's phone in it, is not kept. */
    private static final Duration KEPT = Duration.ofDays(1);

    @NotNull
    public String kind;

    @NotNull
    public String format;

    @NotNull
    public String charset;

    @NotNull
    public String fileName;

    @NotNull
    @Basic(fetch = FetchType.LAZY)
    public byte[] content;

    @NotNull
    public String askedBy;

    public boolean mayGiveRoles;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.CHECKING;

    public int entries;

    /** Of {@link #entries}, in the step it is in. */
    public int done;

    public int made;

    public int changed;

    public int unchanged;

    public int flaws;

    /** JSON of the first mistakes; null without any. */
    public String violations;

    /** JSON of what looks wrong and is taken all the same; null without any. */
    public String warnings;

    public Instant leasedUntil;

    /** Where it stands. */
    public enum State {
        CHECKING,
        CHECKED,
        REFUSED,
        IMPORTING,
        DONE,
        DISCARDED;

        public String key() {
            return name().toLowerCase();
        }

        public boolean isWorking() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    protected ImportJob() {
    }

    ImportJob(String kind, String format, String charset, String fileName, byte[] content, String askedBy,
            boolean mayGiveRoles, Instant at) {
        super(UUID.randomUUID(), at);
        this.kind = kind;
        this.format = format;
        this.charset = charset;
        this.fileName = fileName;
        this.content = content;
        this.askedBy = askedBy;
        this.mayGiveRoles = mayGiveRoles;
    }

    public static List<ImportJob> newest(int most) {
        return find("order by createdAt desc, id").page(0, most).list();
    }

    static ImportJob lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One that waits for somebody to work at it, or null. */
    static ImportJob claim(Instant now) {
        ImportJob job = ImportJob
                .<ImportJob> find("state in ?1 and (leasedUntil is null or leasedUntil < ?2) order by createdAt",
                        List.of(State.CHECKING, State.IMPORTING), now)
                .withLock(LockModeType.PESSIMISTIC_WRITE).withHint("jakarta.persistence.lock.timeout", -2).firstResult();
        if (job != null) {
            job.leasedUntil = now.plus(LEASE);
        }
        return job;
    }

    /** Of one person, that are read or written or wait for it. */
    static long unfinished(String person) {
        return count("askedBy = ?1 and state in ?2", person, List.of(State.CHECKING, State.IMPORTING));
    }

    static void forgetOld(Instant now) {
        delete("createdAt < ?1 and state not in ?2", now.minus(KEPT), List.of(State.CHECKING, State.IMPORTING));
    }

    /** The one who works at it is alive. */
    void advance(int entriesDone, Instant now) {
        done = entriesDone;
        leasedUntil = now.plus(LEASE);
    }

    void begin(int all) {
        entries = all;
        done = 0;
    }

    /**
     * Somebody read what it would do, and wants it. Asking twice is once.
     *
     * @param asAdministrator what they are by now: a role that they lost since gives none away
     */
    void confirm(boolean asAdministrator) {
        if (state == State.IMPORTING || state == State.DONE) {
            return;
        }
        if (state != State.CHECKED) {
            throw new IllegalTransition("The import", state.key(), State.IMPORTING.key(), allowed());
        }
        state = State.IMPORTING;
        mayGiveRoles &= asAdministrator;
        done = 0;
        leasedUntil = null;
    }

    void discard() {
        if (state == State.IMPORTING || state == State.DONE) {
            throw new IllegalTransition("The import", state.key(), State.DISCARDED.key(), allowed());
        }
        state = State.DISCARDED;
        content = new byte[0];
        leasedUntil = null;
    }

    /** Entries that are, or would be, new or otherwise. */
    public int differing() {
        return made + changed;
    }

    List<String> allowed() {
        return state == State.CHECKED ? List.of(State.IMPORTING.key(), State.DISCARDED.key()) : List.of();
    }

    /**
     * Nothing where it stands elsewhere by now: it was discarded, or somebody else was faster.
     *
     * @param worked the state it was worked on in
     * @param mistakes JSON, null without any
     * @param doubts JSON of what looks wrong and is taken all the same, null without any
     */
    void end(State worked, FileImporter.Outcome outcome, String mistakes, String doubts) {
        if (state != worked) {
            return;
        }
        entries = outcome.entries();
        done = entries;
        made = outcome.made();
        changed = outcome.changed();
        unchanged = outcome.unchanged();
        flaws = outcome.flaws();
        violations = mistakes;
        warnings = doubts;
        leasedUntil = null;
        state = flaws > 0 ? State.REFUSED : state == State.CHECKING ? State.CHECKED : State.DONE;
        if (state != State.CHECKED) {
            content = new byte[0];
        }
    }
}
