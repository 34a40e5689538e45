package dev.blackstart.directory.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryTypes;
import dev.blackstart.directory.files.FileViolation;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Works at imported files in the background, one at a time in a process. All that is known of one stands in its row: a page may
 * be left and opened again, and a process that dies is followed by another one.
 */
@ApplicationScoped
class Imports {

    /** A file's transaction may last this long, in seconds. */
    private static final int PATIENCE = 900;

    /** Nobody looks at a page while it waits for another import; shorter than the lease. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final int MOST_PER_PERSON = 3;
    private static final int RETRY_SECONDS = 10;

    private final EntryTypes entryTypes;
    private final FileImporter fileImporter;
    private final Clock clock;
    private final ObjectMapper mapper;
    private final Event<Asked> asked;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService hand = Executors.newSingleThreadExecutor(DaemonThreads.named("directory-import"));

    Imports(EntryTypes entryTypes, FileImporter fileImporter, Clock clock, ObjectMapper mapper, Event<Asked> asked) {
        this.entryTypes = entryTypes;
        this.fileImporter = fileImporter;
        this.clock = clock;
        this.mapper = mapper;
        this.asked = asked;
    }

    /** Fired inside the transaction; the work begins after it. */
    record Asked() {
    }

    @Transactional
    ImportJob look(String kind, String format, String charset, String fileName, byte[] content, String by,
            boolean mayGiveRoles) {
        Instant now = clock.instant();
        ImportJob.forgetOld(now);
        if (ImportJob.unfinished(by) >= MOST_PER_PERSON) {
            throw Problem.tooMany("Several of your files are still being read; wait until one of them has finished.",
                    RETRY_SECONDS);
        }
        ImportJob job = new ImportJob(entryTypes.of(kind).name(), format, charset, fileName, content, by, mayGiveRoles, now);
        job.persist();
        asked.fire(new Asked());
        return job;
    }

    /** @param to importing or discarded */
    @Transactional
    void move(UUID id, String to, String by, boolean mayGiveRoles) {
        ImportJob job = ImportJob.lock(id);
        if (job == null) {
            throw Problem.notFound();
        }
        if (!job.askedBy.equals(by)) {
            throw Problem.forbidden("Only %s, who sent this file, may do this; send your own.".formatted(job.askedBy));
        }
        if ("importing".equals(to)) {
            job.confirm(mayGiveRoles);
            asked.fire(new Asked());
        } else if ("discarded".equals(to)) {
            job.discard();
        } else {
            throw Problem.invalid("to", "to is importing or discarded.");
        }
    }

    List<FileViolation> violations(ImportJob job) {
        return read(job, job.violations);
    }

    /** What looks wrong and is taken all the same. */
    List<FileViolation> warnings(ImportJob job) {
        return read(job, job.warnings);
    }

    private List<FileViolation> read(ImportJob job, String kept) {
        try {
            return kept == null ? List.of() : List.of(mapper.readValue(kept, FileViolation[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("import " + job.id + " keeps mistakes that cannot be read", broken);
        }
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) Asked now) {
        hand.execute(this::workAll);
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        if (!stopped.get()) {
            hand.execute(this::workAll);
        }
    }

    private void workAll() {
        try {
            ImportJob job;
            while (!stopped.get() && (job = QuarkusTransaction.requiringNew().call(this::claim)) != null) {
                work(job);
            }
        } catch (RuntimeException failure) {
            Log.error("An import could not be worked at; it is looked at again when its lease is over", failure);
        }
    }

    /** With its file, which is read from the row only when somebody asks for it. */
    private ImportJob claim() {
        ImportJob job = ImportJob.claim(clock.instant());
        if (job != null) {
            Objects.requireNonNull(job.content);
        }
        return job;
    }

    private void work(ImportJob job) {
        try {
            ParsedFile sheet = ParsedFile.read(job.content, job.format, job.charset, job.kind,
                    entryTypes.of(job.kind).columns());
            change(job.id, row -> row.begin(sheet.rows().size()));
            QuarkusTransaction.requiringNew().timeout(PATIENCE).run(() -> take(job, sheet));
        } catch (Problem refused) {
            fail(job, refused.getMessage());
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Import %s could not be written; nothing of it was", job.id);
            fail(job, "It could not be written, and nothing of it was; try again.");
        }
    }

    private void take(ImportJob job, ParsedFile sheet) {
        boolean only = job.state == ImportJob.State.CHECKING;
        if (!only) {
            DirectoryWriter.lock(TURN);
        }
        end(job, fileImporter.take(entryTypes.of(job.kind), sheet, only, job.mayGiveRoles, job.askedBy, progress(job.id)));
    }

    private void end(ImportJob job, FileImporter.Outcome outcome) {
        ImportJob.lock(job.id).end(job.state, outcome, json(outcome.violations()), json(outcome.warnings()));
    }

    private void fail(ImportJob job, String why) {
        QuarkusTransaction.requiringNew().run(() -> end(job,
                new FileImporter.Outcome(job.entries, 0, 0, 0, 1, List.of(new FileViolation(1, null, null, why)), List.of())));
    }

    /** Told beside the transaction that does the work, so that everybody sees it. */
    private IntConsumer progress(UUID id) {
        return done -> change(id, row -> row.advance(done, clock.instant()));
    }

    private static void change(UUID id, Consumer<ImportJob> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(ImportJob.lock(id)));
    }

    private String json(List<FileViolation> violations) {
        try {
            return violations.isEmpty() ? null : mapper.writeValueAsString(violations);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("mistakes are plain texts", impossible);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.set(true);
        hand.shutdown();
    }
}
