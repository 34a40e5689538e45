package dev.blackstart.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Answers with a pack. It is written to a temporary file first: so the answer is whole or refused, and its size in memory does
 * not grow with the pack. The file is deleted when the answer has been sent or its caller is gone.
 */
@ApplicationScoped
class EvidenceDownload {

    static final String ZIP = "application/zip";

    private final EvidencePacks packs;
    private final EvidenceAccess access;
    private final EvidenceConfig config;
    private final HeavyWork work;
    private final Viewer viewer;
    private final CurrentVertxRequest request;
    private final Clock clock;

    EvidenceDownload(EvidencePacks packs, EvidenceAccess access, EvidenceConfig config, HeavyWork work, Viewer viewer,
            CurrentVertxRequest request, Clock clock) {
        this.packs = packs;
        this.access = access;
        this.config = config;
        this.work = work;
        this.viewer = viewer;
        this.request = request;
        this.clock = clock;
    }

    /**
     * @param reader null for somebody who does not know the exercise
     * @throws Problem 404 for whoever may not take it, 409 while it is not closed, and for a rehearsal
     */
    CompletionStage<Response> ofExercise(UUID id, ExerciseAccess reader) {
        Exercise exercise = Exercise.findById(id);
        access.mustTake(exercise, reader);
        return answer(List.of(exercise), null, "evidence-%s-%s.zip".formatted(exercise.planKey,
                exercise.clock.startedAt.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    /**
     * @throws Problem 422 for a period that cannot be read, is too long or holds too many exercises, 404 where the reader may
     *         take nothing of it
     */
    CompletionStage<Response> ofPeriod(String from, String to) {
        EvidencePeriod period = EvidencePeriod.of(from, to, config.mostDays());
        List<Exercise> closed = closed(period);
        if (closed.isEmpty()) {
            throw new Problem(Response.Status.NOT_FOUND.getStatusCode(), "Not found",
                    "No exercise whose evidence you may take ended in this time and is closed.");
        }
        if (closed.size() > config.mostExercises()) {
            throw Problem.invalid("to", "A pack holds %d exercises at most, and these days have more. Choose a shorter time."
                    .formatted(config.mostExercises()));
        }
        return answer(closed, period, period.fileName());
    }

    EvidencePeriod thisYear() {
        return EvidencePeriod.thisYear(clock.instant());
    }

    EvidencePeriod period(String from, String to) {
        return EvidencePeriod.of(from, to, config.mostDays());
    }

    /** One more than a pack may hold, where there are more. */
    List<Exercise> closed(EvidencePeriod period) {
        return access.closed(viewer.key(), viewer.isMaster(), period.since(), period.until(), config.mostExercises() + 1);
    }

    private CompletionStage<Response> answer(List<Exercise> exercises, EvidencePeriod period, String name) {
        String reader = viewer.key();
        boolean master = viewer.isMaster();
        Path file = temporary();
        request.getCurrent().addEndHandler(ended -> delete(file));
        return work.start(HeavyWork.Kind.FILE, reader, null, () -> packs.write(file, exercises, period, reader, master))
                .thenApply(written -> Response.ok(written.toFile(), ZIP)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build());
    }

    /** Readable by the server alone. */
    private static Path temporary() {
        try {
            return Files.createTempFile("blackstart-evidence", ".zip");
        } catch (IOException full) {
            throw new UncheckedIOException("no temporary file for an evidence pack", full);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            Log.warnf(busy, "The temporary file %s stays; delete it by hand", file);
        }
    }
}
