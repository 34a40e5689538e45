package dev.blackstart.target.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Commands that drivers and probes may run on this machine. */
@ConfigMapping(prefix = "blackstart.drivers.process")
public interface ProcessConfig {

    /** Whether commands may be run at all. */
    @WithDefault("false")
    boolean enabled();

    /** The only folder that commands are taken from; links that lead out of it are refused. */
    Optional<Path> folder();

    /** How many bytes of a command's output are kept; the rest is read and dropped. */
    @WithDefault("65536")
    int outputLimit();

    /** What commands get as environment beside {@code BLACKSTART_TARGETS}; they get nothing of the platform's own. */
    Map<String, String> environment();
}
