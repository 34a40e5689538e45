package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Templates are read by people, too. */
class TemplateLayoutTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int LONGEST_LINE = 160;

    @Test
    void template_lineNoLongerThan160() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path template : templates()) {
            List<String> lines = Files.readAllLines(template);
            read += lines.size();
            for (int i = 0; i < lines.size(); i++) {
                int length = lines.get(i).codePointCount(0, lines.get(i).length());
                if (length > LONGEST_LINE) {
                    found.add("%s:%d: %d characters".formatted(template, i + 1, length));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(read).as("lines were read").isGreaterThan(1_000);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
