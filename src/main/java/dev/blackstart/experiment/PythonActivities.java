package dev.blackstart.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether Python functions of experiments can be called by this installation. */
@ApplicationScoped
public class PythonActivities {

    private static final String KEY = "blackstart.drivers.chaostoolkit.";

    private final PythonConfig config;

    public PythonActivities(PythonConfig config) {
        this.config = config;
    }

    public boolean isSwitchedOn() {
        return config.command().isPresent();
    }

    /** Why a function is not called here, in a sentence; empty where it can be. */
    public Optional<String> problem(JsonNode provider) {
        return isSwitchedOn() ? remedy(provider).map(todo -> "Python function %s is not called here: %s.".formatted(
                function(provider), todo))
                : Optional.of("Python activities are not run here.");
    }

    /** What somebody has to do before a function is called here; empty where it is called already. */
    public Optional<String> remedy(JsonNode provider) {
        if (config.command().isEmpty()) {
            return Optional.of("set %scommand to the file of Chaos Toolkit's chaos command".formatted(KEY));
        }
        Path command = config.command().get();
        if (!command.isAbsolute() || !Files.isRegularFile(command) || !Files.isExecutable(command)) {
            return Optional.of("%scommand (%s) is not the absolute path of an executable file".formatted(KEY, command));
        }
        String module = provider.path("module").asText();
        return isAllowed(module) ? Optional.empty()
                : Optional.of("the module %s is not allowed, add it to %smodules".formatted(module, KEY));
    }

    private boolean isAllowed(String module) {
        return config.modules().orElse(Set.of()).stream().map(String::strip)
                .anyMatch(allowed -> module.equals(allowed) || module.startsWith(allowed + "."));
    }

    /** As Python writes it. */
    public static String function(JsonNode provider) {
        return provider.path("module").asText() + "." + provider.path("func").asText();
    }

    /** Only where it {@link #isSwitchedOn}. */
    public Path command() {
        return config.command().orElseThrow();
    }

    public Map<String, String> environment() {
        return config.environment();
    }
}
