package dev.blackstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Words that were replaced by standard terms stay out of what people read, and of what scripts use. */
class RetiredWordsTest {

    private static final List<String> RETIRED = List.of("standIns", "/so-far", "/api/standing", "contact-called", "call-asked",
            "preparation-given", "preparation-shown", "standing-drawn", "I am reached", "links that are none", "Nobody calls",
            "Look again", "What it showed", "To mend", "Sign-in is away", "It failed here", "let us in", "pushes it back",
            "Waits for your", "Your word", "stands alone", "Say it better", "Offends", "Again the same as",
            "Give out an action", "mends it", "Let it come", "It stands at", "runs since", "by no way", "Your ways",
            "Does it arrive", "Stood still", "Nothing ran here", "half done", "in this file twice", "Take it back",
            "did not come to it", "although a check fails", "taken back");

    /** What people read and scripts name; comments and Javadoc are not looked at. */
    private static final List<String> PLACES = List.of("src/main/java", "src/main/resources/templates",
            "src/main/resources/web/app", "exercises/plan.schema.json", "README.md");

    @Test
    void texts_retiredWords_none() {
        assertThat(PLACES.stream().map(Path::of).flatMap(RetiredWordsTest::lines)).isEmpty();
    }

    private static Stream<String> lines(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream().flatMap(file -> {
                List<String> lines = read(file);
                return IntStream.range(0, lines.size())
                        .filter(line -> !lines.get(line).strip().matches("(\\*|//|/\\*).*"))
                        .filter(line -> RETIRED.stream().anyMatch(lines.get(line)::contains))
                        .mapToObj(line -> file + ":" + (line + 1) + " " + lines.get(line).strip());
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
