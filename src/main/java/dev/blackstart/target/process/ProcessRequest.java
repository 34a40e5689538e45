package dev.blackstart.target.process;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A command to run.
 *
 * @param command its name in the folder, and its arguments; secrets stand in them as references
 * @param targets keys of the systems it is to touch; it gets them as {@code BLACKSTART_TARGETS}, comma-separated
 * @param call by which {@link ProcessRunner#end} finds what is left of it, also after a restart of the platform
 */
public record ProcessRequest(List<String> command, List<String> targets, UUID call, Duration timeout) {

    public ProcessRequest {
        command = List.copyOf(command);
        targets = List.copyOf(targets);
    }
}
