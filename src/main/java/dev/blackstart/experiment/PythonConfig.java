package dev.blackstart.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;

/** Python activities of Chaos Toolkit experiments. */
@ConfigMapping(prefix = "blackstart.drivers.chaostoolkit")
public interface PythonConfig {

    /** The file of Chaos Toolkit's {@code chaos} command; without it no Python activity runs. */
    Optional<Path> command();

    /**
     * Python modules whose functions a plan may call, each with the modules below it ({@code chaosk8s} allows
     * {@code chaosk8s.pod.actions}). None by default: who may call any function may do anything on this machine.
     */
    Optional<Set<String>> modules();

    /** What {@code chaos} gets as environment beside secrets and {@code BLACKSTART_TARGETS}; nothing of the platform's own. */
    Map<String, String> environment();
}
