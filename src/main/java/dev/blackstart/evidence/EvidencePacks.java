package dev.blackstart.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Writes packs: a folder for each exercise, an index for people and programs, the checksums of everything. */
@ApplicationScoped
class EvidencePacks {

    private static final String STYLE = "evidence/index.css";

    private final ExerciseEvidence evidence;
    private final Visibility visibility;
    private final Clock clock;
    private final ObjectMapper json;

    EvidencePacks(ExerciseEvidence evidence, Visibility visibility, Clock clock, ObjectMapper json) {
        this.evidence = evidence;
        this.visibility = visibility;
        this.clock = clock;
        this.json = json;
    }

    @CheckedTemplate(basePath = "evidence")
    static class Templates {
        static native TemplateInstance index(EvidenceIndex index);
    }

    /**
     * In a thread for heavy work, in no transaction.
     *
     * @param file is there and empty
     * @param period null for the pack of one exercise
     * @param master whether the reader is an administrator or a Master of Disaster
     */
    Path write(Path file, List<Exercise> exercises, EvidencePeriod period, String viewer, boolean master) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE); PackWriter pack = new PackWriter(out)) {
            EvidenceTable summary = EvidenceTable.of("folder", "exercise", "plan", "revision", "type", "environment",
                    "intensity", "started at", "ended at", "length", "outcome", "faults injected", "defects", "actions",
                    "report");
            List<EvidenceIndex.OfExercise> listed = new ArrayList<>();
            for (Exercise exercise : exercises) {
                ExerciseAccess reader = QuarkusTransaction.requiringNew()
                        .call(() -> visibility.sight(exercise.id, viewer, master));
                ExerciseEvidence.Done done = evidence.write(pack, exercise, reader);
                listed.add(done.index());
                summary.row(done.row());
            }
            EvidenceIndex index = EvidenceIndex.of(clock.instant(), period, listed);
            pack.text("exercises.csv", summary.csv());
            pack.bytes("index.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(index));
            pack.text("index.html", Templates.index(index).render());
            pack.text("index.css", style());
            pack.finish();
        }
        return file;
    }

    private static String style() throws IOException {
        try (var in = EvidencePacks.class.getClassLoader().getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
