package dev.blackstart.driver.chaostoolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.Substitution;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.process.ProcessResult;
import dev.blackstart.target.process.ProcessRunner;
import dev.blackstart.target.process.ProgramRequest;
import dev.blackstart.web.Texts;
import io.quarkus.logging.Log;

/**
 * Calls Python functions by {@code chaos run}: each is an experiment with one activity and no rollbacks, in a folder that only
 * the platform's account can read and that is deleted afterwards.
 */
@ApplicationScoped
public class PythonCalls {

    private static final String FOLDER = "blackstart-chaos-";
    private static final FileAttribute<?> OWNER_ALONE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int LARGEST_JOURNAL = 1_000_000;
    private static final int LONGEST_REASON = 300;
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern COMPLAINT = Pattern.compile("\\[[^]]* (?:ERROR|CRITICAL)] (.+)");
    private static final Pattern WRAPPER = Pattern.compile("^chaoslib\\.exceptions\\.\\w+: ");

    /** Python writes NaN and Infinity as they are. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final PythonActivities python;
    private final ProcessRunner processes;
    private final TargetSecrets secrets;

    public PythonCalls(PythonActivities python, ProcessRunner processes, TargetSecrets secrets) {
        this.python = python;
        this.processes = processes;
        this.secrets = secrets;
    }

    /**
     * @param experiment whose configuration and secrets the function may ask for
     * @param provider whose arguments are filled in
     * @param targets keys of the systems that the drill touches
     * @param call under which its processes are found again
     * @return what the function returned, secrets masked
     * @throws ActivityFailed where the function failed, or {@code chaos} did not accept it
     */
    JsonNode call(JsonNode experiment, JsonNode provider, boolean acts, Substitution values, List<String> targets, UUID call,
            Duration timeout) {
        python.problem(provider).ifPresent(why -> {
            throw new TargetRefused(why);
        });
        PythonExperiment written = new PythonExperiment(experiment, provider, acts, values, secrets);
        Map<String, String> environment = new HashMap<>(python.environment());
        environment.putAll(written.environment());
        Path folder = null;
        try {
            folder = Files.createTempDirectory(FOLDER + call + "-");
            Path file = Files.createFile(folder.resolve("experiment.json"), OWNER_ALONE);
            Files.writeString(file, written.text());
            Path journal = folder.resolve("journal.json");
            ProcessResult result = processes.run(new ProgramRequest(List.of(python.command().toString(), "--no-version-check",
                    "run", "--journal-path", journal.toString(), "--rollback-strategy", "never", file.toString()), folder,
                    environment, targets, call, timeout));
            return output(result, journal);
        } catch (IOException failed) {
            throw new TargetFailed("The files of Chaos Toolkit could not be written or read.", failed);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    private JsonNode output(ProcessResult result, Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ActivityFailed(
                    "Chaos Toolkit wrote no journal (status %d): %s".formatted(result.exit(), complaint(result)));
        }
        if (Files.size(file) > LARGEST_JOURNAL) {
            throw new TargetOutcomeUnknown("Chaos Toolkit's journal has more than %,d bytes and was not read."
                    .formatted(LARGEST_JOURNAL), result.output());
        }
        JsonNode journal;
        try {
            journal = JSON.readTree(secrets.mask(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException broken) {
            throw new TargetOutcomeUnknown("Chaos Toolkit's journal could not be read.", broken);
        }
        JsonNode run = journal.path("run").path(0);
        String status = journal.path("status").asText();
        if (!run.path("status").asText().equals("succeeded")) {
            throw new ActivityFailed(run.path("exception").isEmpty() ? "Chaos Toolkit ended it as %s: %s".formatted(status,
                    complaint(result)) : reason(run.path("exception")));
        }
        if (result.exit() != 0 || !status.equals("completed")) {
            throw new ActivityFailed("Chaos Toolkit ended with status %d (%s): %s".formatted(result.exit(), status,
                    complaint(result)));
        }
        return run.path("output");
    }

    /** The last line of Python's trace. */
    private static String reason(JsonNode trace) {
        String last = trace.get(trace.size() - 1).asText().strip();
        return Texts.cut(WRAPPER.matcher(last).replaceFirst(""), LONGEST_REASON);
    }

    /** The last error that {@code chaos} logged, else its last line. */
    private static String complaint(ProcessResult result) {
        List<String> lines = COLOUR.matcher(result.output()).replaceAll("").lines().filter(line -> !line.isBlank()).toList();
        String last = lines.isEmpty() ? "it wrote nothing." : lines.get(lines.size() - 1).strip();
        for (String line : lines) {
            Matcher found = COMPLAINT.matcher(line);
            last = found.find() ? found.group(1).strip() : last;
        }
        return Texts.cut(last, LONGEST_REASON);
    }

    /** Deletes the files of a call whose platform process died in it. */
    void deleteFiles(UUID call) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, FOLDER + call + "-*")) {
            left.forEach(PythonCalls::delete);
        } catch (IOException unreadable) {
            Log.warnf(unreadable, "Folder %s could not be read", temporary);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException left) {
            Log.warnf(left, "Folder %s could not be deleted", folder);
        }
    }
}
