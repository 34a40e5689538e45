package dev.blackstart.catalogue.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.catalogue.importing.ImportResult.Outcome;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.people.DemoPeople;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Imports the plans of a folder at start; one that is refused is told and does not stop the others, nor the start. */
@ApplicationScoped
public class PlanFolder {

    /** After the people whom plans name. */
    public static final int AT_START = DemoPeople.AT_START + 100;

    private final PlanImporter importer;
    private final Path folder;

    PlanFolder(PlanImporter importer, ExercisesConfig config) {
        this.importer = importer;
        this.folder = Path.of(config.folder());
    }

    void atStart(@Observes @Priority(AT_START) StartupEvent start) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Path> seen = new HashMap<>();
        try {
            List<Path> refused = new ArrayList<>();
            for (Path file : files()) {
                if (!importFile(file, seen)) {
                    refused.add(file);
                }
            }
            if (!refused.isEmpty()) {
                Log.errorf("%d plans of %s were not imported, the others were: %s", refused.size(), folder, refused);
            }
        } catch (IOException unreadable) {
            Log.errorf("The plans in %s could not be read: %s", folder, unreadable.getMessage());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /** False where it was refused. */
    private boolean importFile(Path file, Map<String, Path> seen) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SourceTree.MOST_BYTES + 1);
            Path first = seen.putIfAbsent(SourceTree.read(bytes).root().path("key").asText(file.toString()), file);
            if (first != null) {
                Log.errorf("%s was not imported: it has the same key as %s; give it its own.", file, first);
                return false;
            }
            ImportResult result = importer.importFile(bytes);
            if (result.outcome() != Outcome.UNCHANGED) {
                Log.infof("Imported plan %s, revision %d, from %s%s", result.key(), result.revision(), file,
                        result.warnings().isEmpty() ? "" : "; warnings:\n" + lines(result.warnings()));
            }
            return true;
        } catch (PlanRefused refused) {
            Log.errorf("%s was not imported:\n%s", file, lines(refused.violations()));
        } catch (IOException | RuntimeException failed) {
            Log.errorf(failed, "%s was not imported", file);
        }
        return false;
    }

    private static String lines(List<?> violations) {
        return violations.stream().map(one -> "  " + one).collect(Collectors.joining("\n"));
    }
}
