package dev.blackstart.target.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A program to run that the configuration names, not a plan: it need not be in the folder for commands.
 *
 * @param line its absolute path and its arguments, passed as they are
 * @param folder in which it runs
 * @param environment all it gets beside {@code LANG} and {@code BLACKSTART_TARGETS}; may hold secrets
 * @param targets as for {@link ProcessRequest}
 * @param call as for {@link ProcessRequest}
 */
public record ProgramRequest(List<String> line, Path folder, Map<String, String> environment, List<String> targets, UUID call,
        Duration timeout) {

    public ProgramRequest {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
        targets = List.copyOf(targets);
    }

    /** Not the environment. */
    @Override
    public String toString() {
        return "ProgramRequest" + line;
    }
}
