package dev.blackstart.target.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetRefused;

/**
 * Processes that wait and then run a command, whatever becomes of the platform. They are found again by a variable of their
 * environment, which the command itself does not get: disarming ends who waits, not what was started.
 */
@ApplicationScoped
public class ProcessWatchdog {

    static final String MARK = "BLACKSTART_WATCHDOG";

    /**
     * A fixed text: what is to be run comes as its arguments and is never parsed. The end of the platform, or of its terminal,
     * does not end it; the command gets the usual signals back. Tried again until it succeeds, at most for an hour.
     */
    private static final String WAIT_THEN_RUN = """
            trap '' HUP INT QUIT TERM
            sleep "$1" || exit 1
            shift
            tries=0
            while [ "$tries" -lt 360 ]; do
                ( unset %s; trap - HUP INT QUIT TERM; exec "$@" ) && exit 0
                tries=$((tries + 1))
                sleep 10
            done
            exit 1
            """.formatted(MARK);

    private final ProcessRunner runner;

    public ProcessWatchdog(ProcessRunner runner) {
        this.runner = runner;
    }

    /**
     * What was armed under this id before stays; disarming ends both. To look for it here would read every process's
     * environment before each fault.
     *
     * @throws TargetRefused where the command is none of the folder's
     * @throws TargetFailed where it could not be armed
     */
    public void arm(UUID id, ProcessRequest wanted, Duration after) {
        ProcessBuilder builder = runner.prepare(wanted);
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", WAIT_THEN_RUN, "blackstart-watchdog",
                String.valueOf(Math.max(1, after.plusMillis(999).toSeconds()))));
        line.addAll(builder.command());
        builder.command(line).redirectErrorStream(true).redirectOutput(new File("/dev/null"));
        builder.environment().put(MARK, id.toString());
        try {
            Process process = builder.start();
            if (!process.isAlive()) {
                throw new TargetFailed("The process that was to run %s by itself ended at once."
                        .formatted(wanted.command().get(0)));
            }
        } catch (IOException failed) {
            throw new TargetFailed("No process could be started that runs %s by itself.".formatted(wanted.command().get(0)),
                    failed);
        }
    }

    /** Also one that a platform before this one has armed; on this machine only. @return whether there was one */
    public boolean disarm(UUID id) {
        return new ProcessTree(MARK + "=" + id).endMarked() > 0;
    }

    /** Whether one waits, on this machine. */
    public boolean isArmed(UUID id) {
        return new ProcessTree(MARK + "=" + id).size() > 0;
    }
}
