package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.catalogue.importing.PlanReading;
import dev.blackstart.catalogue.rule.PlanContext;

/** Plans to read in tests, and the demo people they name. */
public final class Plans {

    public static final PlanContext KNOWN = new PlanContext(
            Set.of("dana", "adam", "carl", "sol", "eve", "olga", "tess", "pia", "pete", "nora", "noel", "wim", "wilma"),
            Map.of("storage", Set.of("tess", "pia", "pete"), "network", Set.of("nora", "noel"), "web", Set.of("wim", "wilma")),
            Set.of("manual"), "D-4KX7"::equals);

    private Plans() {
    }

    public static byte[] bytes(String resource) {
        try (InputStream in = Plans.class.getResourceAsStream("/catalogue/" + resource)) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String minimal() {
        return new String(bytes("minimal.yaml"), StandardCharsets.UTF_8);
    }

    /** The minimal plan with more lines before its timeline's end. */
    static String withItems(String... items) {
        return minimal().replace("timeline:\n", "timeline:\n  - " + String.join("\n  - ", items) + "\n");
    }

    public static PlanReading read(String text) {
        return PlanReading.of(text.getBytes(StandardCharsets.UTF_8), KNOWN);
    }

    public static List<String> errors(String text) {
        return read(text).violations().stream().map(one -> one.pointer() + ": " + one.message()).toList();
    }

    /** Its warnings; it has no errors. */
    public static List<String> warnings(String text) {
        assertThat(errors(text)).isEmpty();
        return read(text).warnings().stream().map(one -> one.pointer() + ": " + one.message()).toList();
    }
}
