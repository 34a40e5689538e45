package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.catalogue.Plans;
import dev.blackstart.catalogue.importing.PlanReading;
import dev.blackstart.catalogue.rule.PlanContext;

/** The plans of the lab, read as beside the lab. */
class LabPlansTest {

    private static final PlanContext BESIDE_THE_LAB = new PlanContext(Plans.KNOWN.people(), Plans.KNOWN.teams(),
            Set.of("manual", "http", "process", "sql", "toxiproxy"), Plans.KNOWN.defects(), Plans.KNOWN.systems());

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("exercises/lab"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void plan_isReadWithoutAWord(Path file) throws IOException {
        PlanReading reading = PlanReading.of(Files.readAllBytes(file), BESIDE_THE_LAB);
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void plan_onItsOwn_warnsThatItsDriverIsOff(Path file) throws IOException {
        assertThat(PlanReading.of(Files.readAllBytes(file), Plans.KNOWN).warnings()).isNotEmpty();
    }
}
