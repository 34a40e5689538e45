package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.catalogue.importing.PlanReading;

/** The plans that come with the product. */
class ExercisesTest {

    private static final Path FOLDER = Path.of("exercises");

    private static final Set<PlanDocument.Type> TALKED_THROUGH = EnumSet.of(PlanDocument.Type.SEMINAR,
            PlanDocument.Type.WORKSHOP, PlanDocument.Type.TABLETOP, PlanDocument.Type.GAME);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static PlanDocument plan(Path file) throws IOException {
        return PlanReading.of(Files.readAllBytes(file), Plans.KNOWN).document();
    }

    @Test
    void folder_holdsEightPlansOfTheirOwnKeys() throws IOException {
        List<String> keys = files().stream().map(file -> {
            try {
                return plan(file).key();
            } catch (IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        }).toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void plan_isReadWithoutAWord(Path file) throws IOException {
        PlanReading reading = PlanReading.of(Files.readAllBytes(file), Plans.KNOWN);
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("# yaml-language-server: $schema=plan.schema.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void plan_couldBeStarted(Path file) throws IOException {
        PlanDocument plan = plan(file);
        assertThat(plan.roster()).extracting(PlanDocument.Seat::role).contains("director", "controller", "safety-officer",
                "evaluator", "player");
        assertThat(plan.objectives()).isNotEmpty();
        assertThat(plan.preparation().stream().map(PlanDocument.Preparation::kind).distinct()).hasSizeGreaterThan(2);
    }

    /** An installation as it comes has no driver but manual, measures no probe and receives no alert. */
    @ParameterizedTest
    @MethodSource("files")
    void plan_isConductedByPeopleAlone(Path file) throws IOException {
        PlanDocument plan = plan(file);
        assertThat(plan.probes()).isEmpty();
        if (!TALKED_THROUGH.contains(plan.type())) {
            assertThat(plan.drills()).isNotEmpty();
        }
        assertThat(plan.drills()).allSatisfy(drill -> {
            assertThat(drill.expects()).isEmpty();
            assertThat(drill.fault().path("driver").asText()).isEqualTo("manual");
            assertThat(drill.revert().path("driver").asText()).isEqualTo("manual");
            assertThat(drill.revert().has("verify")).isFalse();
            assertThat(drill.detection()).isNotBlank();
            assertThat(drill.backout()).isNotBlank();
        });
    }

    @Test
    void availabilityZone_keepsTheTwelveTimedEvents() throws IOException {
        PlanDocument plan = plan(FOLDER.resolve("availability-zone.yaml"));
        List<Long> minutes = plan.timeline().stream().filter(item -> item.at() != null)
                .map(item -> item.at().onClock().toMinutes()).toList();
        assertThat(minutes).startsWith(0L, 0L, 20L, 30L, 40L, 55L, 65L, 90L, 105L, 120L, 130L, 180L);
        assertThat(plan.schedule().duration().onClock()).isEqualTo(Duration.ofHours(5));
        assertThat(plan.drill("zone-a")).isPresent();
        assertThat(plan.timeline()).filteredOn(item -> "teams".equals(item.forEach())).hasSizeGreaterThan(5);
    }
}
