package dev.blackstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The picture of the packages, kept by the build: who may use whom, no circle, time from one place, small files. */
class ArchitectureTest {

    private static final String ROOT = "dev.blackstart";
    private static final Path SOURCES = Path.of("src/main/java/dev/blackstart");
    private static final int LONGEST_FILE = 300;

    /** What is no feature: anybody may use it, and it uses no feature. */
    private static final Set<String> GROUND = Set.of("web", "problem", "time", "database", "crypto");

    /** Package by package, what it may use beside the ground; from the bottom up. */
    private static final Map<String, Set<String>> MAY_USE = picture();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    private static Map<String, Set<String>> picture() {
        Map<String, Set<String>> picture = new TreeMap<>();
        GROUND.forEach(ground -> picture.put(ground, Set.of()));
        picture.put("people", Set.of());
        picture.put("journal", Set.of());
        below(picture, "security", "people");
        below(picture, "catalogue", "people", "security");
        below(picture, "notify", "people", "journal", "security");
        below(picture, "directory", "people", "security", "notify");
        below(picture, "exercise", "catalogue", "people", "journal", "security");
        below(picture, "language", "security");
        below(picture, "target");
        below(picture, "experiment", "catalogue");
        below(picture, "imports", "directory", "experiment");
        below(picture, "driver", "catalogue", "target", "experiment");
        below(picture, "probe", "exercise", "target");
        below(picture, "alerting", "catalogue");
        below(picture, "drills", "exercise", "driver", "probe", "alerting");
        below(picture, "preparation", "exercise", "notify");
        below(picture, "calling", "exercise", "people", "notify");
        below(picture, "conduct", "exercise", "drills", "calling", "preparation", "notify");
        below(picture, "hotwash", "conduct");
        below(picture, "findings", "conduct", "drills", "calling");
        below(picture, "participant", "findings", "conduct", "calling");
        below(picture, "calendar", "conduct", "preparation");
        below(picture, "recurring", "findings", "conduct");
        below(picture, "rehearsal", "conduct");
        below(picture, "evaluation", "conduct");
        below(picture, "followup", "findings", "drills", "notify", "language");
        below(picture, "review", "evaluation", "hotwash", "followup", "findings", "conduct", "calling", "notify");
        below(picture, "stories", "followup");
        below(picture, "library", "review", "followup", "findings", "stories");
        below(picture, "insight", "review", "followup", "findings", "conduct", "calling", "drills", "preparation");
        below(picture, "evidence", "review", "followup", "conduct");
        below(picture, "live", "review", "followup", "findings", "conduct", "calling", "drills", "preparation");
        below(picture, "metrics", "live");
        return picture;
    }

    /** "Any package below may be used": the named neighbours and whatever they may use. */
    private static void below(Map<String, Set<String>> picture, String name, String... neighbours) {
        Set<String> all = new TreeSet<>(List.of(neighbours));
        Stream.of(neighbours).filter(picture::containsKey).forEach(neighbour -> all.addAll(picture.get(neighbour)));
        picture.put(name, all);
    }

    @TestFactory
    Stream<DynamicTest> package_usesOnlyWhatLiesBelow() {
        return MAY_USE.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            String[] above = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(entry.getKey()) && !GROUND.contains(other)
                            && !entry.getValue().contains(other))
                    .map(ArchitectureTest::within).toArray(String[]::new);
            noClasses().that().resideInAPackage(within(entry.getKey())).should().dependOnClassesThat()
                    .resideInAnyPackage(above).allowEmptyShould(true).check(CLASSES);
        }));
    }

    @Test
    void packages_everyOneStandsInThePicture() {
        Set<String> found = CLASSES.stream().map(ArchitectureTest::feature).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isNotEmpty().isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packages_noCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void live_usedByMetricsOnly() {
        noClasses().that().resideOutsideOfPackages(within("live"), within("metrics")).should().dependOnClassesThat()
                .resideInAPackage(within("live")).check(CLASSES);
    }

    @Test
    void review_usedByInsightAndObserversOnly() {
        noClasses().that().resideOutsideOfPackages(within("review"), within("insight"), within("library"), within("evidence"),
                within("live"))
                .should()
                .dependOnClassesThat().resideInAPackage(within("review")).check(CLASSES);
    }

    /** Adding a driver touches no other file: each is found by its interface. */
    @Test
    void driver_reachedThroughTheInterfaceOnly() {
        String drivers = ROOT + ".driver.*..";
        noClasses().that().resideOutsideOfPackage(drivers).should().dependOnClassesThat().resideInAPackage(drivers)
                .check(CLASSES);
        slices().matching(ROOT + ".driver.(*)..").should().notDependOnEachOther().allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void packages_namedByConceptsNotByLayers() {
        noClasses().should().resideInAnyPackage(Stream.of("service", "services", "impl", "dto", "model", "entity", "util",
                "utils", "helper", "helpers", "mapper", "common").map(layer -> ".." + layer + "..").toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void time_readInOnePlaceOnly() {
        var outside = noClasses().that().resideOutsideOfPackage(within("time")).should();
        for (Class<?> kind : List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class,
                OffsetDateTime.class)) {
            outside.callMethod(kind, "now").check(CLASSES);
        }
        outside.callMethod(LocalDate.class, "now", java.time.ZoneId.class).check(CLASSES);
        outside.callMethod(ZonedDateTime.class, "now", java.time.ZoneId.class).check(CLASSES);
        outside.callMethod(System.class, "currentTimeMillis").check(CLASSES);
        outside.callMethod(Clock.class, "systemUTC").check(CLASSES);
        outside.callMethod(Clock.class, "systemDefaultZone").check(CLASSES);
        outside.callConstructor(java.util.Date.class).check(CLASSES);
    }

    /**
     * Entities are the features' own and carry verbs, so they stand in the package of their feature, not in one of entities.
     */
    @Test
    void entities_inAFeature() {
        classes().that().areAnnotatedWith(Entity.class).should().resideOutsideOfPackages(
                GROUND.stream().map(ArchitectureTest::within).toArray(String[]::new)).check(CLASSES);
        Set<String> tables = CLASSES.stream().filter(one -> one.isAnnotatedWith(Entity.class)).map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tables).contains("Exercise", "TimelineItem", "Drill", "Finding", "JournalEntry")
                .noneMatch(name -> name.endsWith("Entity") || name.endsWith("Model"));
    }

    @Test
    void packages_eachSaysWhatItOwnsAndMayUse() {
        Set<String> silent = sources(path -> true).map(Path::getParent).distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))).map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).isEmpty();
    }

    @Test
    void files_noneLongerThanThreeHundredLines() {
        assertThat(sources(path -> lines(path) > LONGEST_FILE).map(path -> path + ": " + lines(path))).isEmpty();
        assertThat(sources(path -> lines(path) > 1)).as("there are sources to look at").hasSizeGreaterThan(50);
    }

    private static Stream<Path> sources(Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java")).filter(wanted).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String within(String feature) {
        return ROOT + "." + feature + "..";
    }

    private static String feature(JavaClass one) {
        String rest = one.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }

    /** A reader finds the file of any class by its name alone. */
    @Test
    void className_inWholeProject_once() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))).doesNotHaveDuplicates();
        }
    }
}
