package dev.blackstart.directory.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.directory.entry.DirectorySnapshot;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.EntryFacts;
import dev.blackstart.directory.entry.EntryType;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.files.FileViolation;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.directory.files.Row;
import dev.blackstart.people.Directory;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/** Takes the rows of a file into the directory: all of them, or none and everything that is wrong. */
@ApplicationScoped
class FileImporter {

    /** So many mistakes are told; all are counted. */
    static final int MOST_TOLD = 1_000;

    private static final int CHUNK = 500;

    private final DirectoryWriter directoryWriter;
    private final Directory directory;
    private final Clock clock;

    FileImporter(DirectoryWriter directoryWriter, Directory directory, Clock clock) {
        this.directoryWriter = directoryWriter;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What came of it, or would.
     *
     * @param flaws how many mistakes there are; with any, nothing was done
     * @param violations the first of them
     * @param warnings what looks wrong and is taken all the same, the first of it
     */
    record Outcome(int entries, int made, int changed, int unchanged, int flaws, List<FileViolation> violations,
            List<FileViolation> warnings) {
    }

    /** One entry that will be otherwise. @param before null for a new one */
    private record Step<F extends EntryFacts>(F before, F after) {
    }

    private static final class Look<F extends EntryFacts> {
        private final List<Step<F>> steps = new ArrayList<>();
        private final List<FileViolation> violations = new ArrayList<>();
        private final List<FileViolation> warnings = new ArrayList<>();
        private int flaws;
        private int made;
        private int unchanged;

        void flaw(FileViolation violation) {
            flaws++;
            if (violations.size() < MOST_TOLD) {
                violations.add(violation);
            }
        }

        void warn(FileViolation warning) {
            if (warnings.size() < MOST_TOLD) {
                warnings.add(warning);
            }
        }

        Outcome outcome(int entries) {
            return new Outcome(entries, made, steps.size() - made, unchanged, flaws, violations, warnings);
        }
    }

    /**
     * @param dryRun look and count, and do nothing
     * @param progress told of entries done; a look is half of the way
     */
    @Transactional
    <F extends EntryFacts> Outcome take(EntryType<F> kind, ParsedFile sheet, boolean dryRun, boolean mayGiveRoles, String by,
            IntConsumer progress) {
        if (!dryRun) {
            DirectoryWriter.lock();
        }
        Look<F> look = look(kind, sheet, mayGiveRoles, by, progress);
        Outcome outcome = look.outcome(sheet.rows().size());
        if (!dryRun && outcome.flaws() == 0) {
            apply(kind, look.steps, by, progress);
        }
        return outcome;
    }

    private <F extends EntryFacts> Look<F> look(EntryType<F> kind, ParsedFile sheet, boolean mayGiveRoles, String by,
            IntConsumer progress) {
        Look<F> look = new Look<>();
        sheet.violations().forEach(look::flaw);
        DirectorySnapshot world = DirectorySnapshot.now(directory, mayGiveRoles, by);
        Map<String, Integer> lines = new HashMap<>();
        for (int from = 0; from < sheet.rows().size(); from += CHUNK) {
            List<Row> rows = sheet.rows().subList(from, Math.min(from + CHUNK, sheet.rows().size()));
            Map<String, F> known = kind
                    .these(rows.stream().map(FileImporter::key).filter(key -> key != null).distinct().toList());
            rows.forEach(row -> look(kind, row, known, world, lines, look));
            Panache.getEntityManager().clear();
            progress.accept(from + rows.size());
        }
        return look;
    }

    private static <F extends EntryFacts> void look(EntryType<F> kind, Row row, Map<String, F> known, DirectorySnapshot world,
            Map<String, Integer> lines,
            Look<F> look) {
        String key = key(row);
        if (key == null) {
            look.flaw(row.flaw("key", "Each entry has a key."));
            return;
        }
        Integer first = lines.putIfAbsent(key, row.line());
        if (first != null) {
            look.flaw(row.flaw("key", "'%s' appears twice in this file, first on line %d.".formatted(key, first)));
            return;
        }
        FieldErrors flaws = new FieldErrors();
        F before = known.get(key);
        Fields fields = new Fields(row.cells());
        fields.check(flaws);
        F after = kind.merge(key, before, fields, world, flaws);
        flaws.all().forEach(flaw -> look.flaw(row.flaw(flaw.field(), flaw.message())));
        flaws.warnings().forEach(flaw -> look.warn(row.flaw(flaw.field(), flaw.message())));
        if (flaws.isEmpty() && after.equals(before)) {
            look.unchanged++;
        } else if (flaws.isEmpty()) {
            look.made += before == null ? 1 : 0;
            look.steps.add(new Step<>(before, after));
        }
    }

    private <F extends EntryFacts> void apply(EntryType<F> kind, List<Step<F>> steps, String by, IntConsumer progress) {
        Instant at = clock.instant();
        boolean rolesGo = false;
        for (int from = 0; from < steps.size(); from += CHUNK) {
            List<Step<F>> chunk = steps.subList(from, Math.min(from + CHUNK, steps.size()));
            for (Step<F> step : chunk) {
                directoryWriter.write(kind, step.before(), step.after(), by, at);
                rolesGo |= DirectoryWriter.isAdministrator(step.before()) && !DirectoryWriter.isAdministrator(step.after());
            }
            Panache.getEntityManager().flush();
            Panache.getEntityManager().clear();
            progress.accept(from + chunk.size());
        }
        if (rolesGo) {
            DirectoryWriter.mustKeepAnAdministrator();
        }
    }

    private static String key(Row row) {
        String key = row.cells().get("key");
        return key == null || key.isBlank() || !Fields.isStorable(key) ? null : key.strip();
    }

    /** @throws Problem 422 with every mistake */
    static void refuse(Outcome outcome) {
        if (outcome.flaws() > 0) {
            throw new Problem(422, "File refused", (outcome.flaws() == 1 ? "There is 1 mistake in the file"
                    : "There are %,d mistakes in the file".formatted(outcome.flaws())) + "; nothing was imported.")
                    .with("mistakes", outcome.flaws()).with("violations", outcome.violations());
        }
    }
}
