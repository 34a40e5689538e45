package dev.blackstart.target.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;

/**
 * Runs commands of one folder: an argument list, never a shell; an environment of its own; a limited output; and an end in time
 * for the command and everything it started. What it starts on purpose to go on after it must redirect its own output.
 */
@ApplicationScoped
public class ProcessRunner {

    public static final String TARGETS = "BLACKSTART_TARGETS";
    private static final String CALL = "BLACKSTART_CALL";
    private static final String RUN = "BLACKSTART_RUN";
    private static final int LONGEST_PAUSE_MILLIS = 10;

    private final ProcessConfig config;
    private final CommandFolder folder;
    private final TargetSecrets secrets;

    public ProcessRunner(ProcessConfig config, CommandFolder folder, TargetSecrets secrets) {
        this.config = config;
        this.folder = folder;
        this.secrets = secrets;
    }

    /**
     * @throws TargetRefused where the command is none of the folder's
     * @throws TargetFailed where it could not be started or did not end in time: it was ended, with everything it started
     */
    public ProcessResult run(ProcessRequest wanted) {
        return run(prepare(wanted), wanted.command().get(0), wanted.call(), wanted.timeout());
    }

    /** @throws TargetFailed as for a command */
    public ProcessResult run(ProgramRequest wanted) {
        ProcessBuilder builder = builder(wanted.line(), wanted.folder(), wanted.environment(), wanted.targets());
        return run(builder, String.valueOf(Path.of(wanted.line().get(0)).getFileName()), wanted.call(), wanted.timeout());
    }

    private ProcessResult run(ProcessBuilder builder, String name, UUID call, Duration timeout) {
        long began = System.nanoTime();
        String run = UUID.randomUUID().toString();
        builder.environment().put(CALL, call.toString());
        builder.environment().put(RUN, run);
        Process process;
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new TargetFailed("Command %s could not be started.".formatted(name), failed);
        }
        ProcessTree tree = new ProcessTree(RUN + "=" + run);
        Output output = new Output(config.outputLimit());
        boolean ended = false;
        try {
            ended = follow(process, output, began + timeout.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TargetOutcomeUnknown(
                    "Command %s was interrupted; it was ended, with everything it started.".formatted(name),
                    output.text(secrets));
        } finally {
            if (!ended) {
                tree.end(process.toHandle());
            }
        }
        if (!ended) {
            throw new TargetOutcomeUnknown("Command %s did not end within %d ms; it was ended, with everything it started."
                    .formatted(name, timeout.toMillis()), output.text(secrets));
        }
        return new ProcessResult(process.exitValue(), output.text(secrets), output.cut,
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** Ends whatever is left of a call, also of one that a platform before this one has started. @return how many were ended */
    public int end(UUID call) {
        return new ProcessTree(CALL + "=" + call).end();
    }

    /** Its line, folder and environment. @throws TargetRefused where it is none of the folder's */
    ProcessBuilder prepare(ProcessRequest wanted) {
        Path file = folder.resolve(wanted.command());
        List<String> line = new ArrayList<>();
        line.add(file.toString());
        wanted.command().stream().skip(1).map(secrets::resolve).forEach(line::add);
        return builder(line, folder.folder(), config.environment(), wanted.targets());
    }

    private static ProcessBuilder builder(List<String> line, Path folder, Map<String, String> given, List<String> targets) {
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LANG", "C.UTF-8");
        environment.putAll(given);
        environment.put(TARGETS, String.join(",", targets));
        return builder;
    }

    /**
     * Reads until the command itself ends. The stream's lock is kept all the while, because Java would otherwise read on from
     * the
     * pipe, without limit, as long as a process that the command left behind writes to it.
     *
     * @return whether it ended in time
     */
    private static boolean follow(Process process, Output output, long deadline) throws InterruptedException {
        InputStream stream = process.getInputStream();
        synchronized (stream) {
            try (stream) {
                int pause = 1;
                while (System.nanoTime() < deadline) {
                    boolean ended = !process.isAlive();
                    if (output.take(stream)) {
                        pause = 1;
                    } else {
                        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                    }
                    if (ended || process.waitFor(pause, TimeUnit.MILLISECONDS)) {
                        output.take(stream);
                        return true;
                    }
                }
                return false;
            } catch (IOException broken) {
                throw new TargetFailed("The command's output could not be read.", broken);
            }
        }
    }

    /** The first bytes of what a command writes. */
    private static final class Output {

        private static final int MOST_AT_ONCE = 65_536;

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int limit;
        private boolean cut;

        Output(int limit) {
            this.limit = limit;
        }

        /** Takes what is there now, without waiting. @return whether there was any */
        boolean take(InputStream stream) throws IOException {
            int ready = Math.min(stream.available(), MOST_AT_ONCE);
            if (ready <= 0) {
                return false;
            }
            byte[] part = stream.readNBytes(ready);
            int room = Math.min(part.length, limit - kept.size());
            kept.write(part, 0, room);
            cut |= room < part.length;
            return true;
        }

        String text(TargetSecrets secrets) {
            String text = kept.toString(StandardCharsets.UTF_8);
            return cut ? secrets.maskCut(text) : secrets.mask(text);
        }
    }
}
