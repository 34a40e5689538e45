package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rules that every event of the journal keeps. */
class JournalEventTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.blackstart");

    private static List<Class<?>> records() {
        return CLASSES.stream()
                .filter(one -> one.isAssignableTo(JournalEvent.class) && one.isRecord()
                        && !one.isEquivalentTo(UnknownEvent.class))
                .<Class<?>> map(JavaClass::reflect).toList();
    }

    /** Whoever adds an event adds it to META-INF/journal-events. */
    @Test
    void list_everyRecord_andNoOther() {
        assertThat(EventTypes.all()).isEqualTo(Set.copyOf(records())).hasSizeGreaterThan(100);
    }

    @Test
    void type_kebabCase_once() {
        assertThat(records().stream().map(record -> EventTypes.of(record.asSubclass(JournalEvent.class))))
                .doesNotHaveDuplicates().allMatch(type -> type.matches("[a-z]+(-[a-z]+)*"));
    }

    /** Jackson takes every such method for a field of the data. */
    @Test
    void methods_noneLikeAGetter() {
        assertThat(records().stream().flatMap(record -> Stream.of(record.getMethods())).map(Method::getName)
                .filter(name -> name.matches("(is|get)[A-Z].*") && !name.equals("getClass"))).isEmpty();
    }

    /** Words such as "note" or "closed" mean other things as well; a type of two words means only itself. */
    @Test
    void typeOfTwoWords_inItsRecordOnly() throws IOException {
        Set<String> types = records().stream().map(record -> EventTypes.of(record.asSubclass(JournalEvent.class)))
                .filter(type -> type.contains("-") && !type.equals("no-duff")).collect(Collectors.toSet());
        Pattern literal = Pattern.compile("(?<!String TYPE = )\"([a-z-]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(file -> literal.matcher(text(file))
                    .results().map((MatchResult found) -> found.group(1)).filter(types::contains)
                    .map(type -> file.getFileName() + ": " + type))).isEmpty();
        }
    }

    /** What is told outside is told as it is; everybody else reads records. */
    @Test
    void data_asJson_readByTheApiOnly() {
        assertThat(CLASSES.stream().filter(one -> !one.getPackageName().equals("dev.blackstart.journal"))
                .filter(one -> one.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(JournalEntry.class)
                                && call.getTarget().getName().equals("data")))
                .map(JavaClass::getSimpleName)).containsExactlyInAnyOrder("EntryView", "JournalLines");
    }

    @Test
    void read_unknownAndMissingFields_tolerated() throws JsonProcessingException {
        for (Class<? extends JournalEvent> record : EventTypes.all()) {
            JournalEvent event = EventJson.read("{\"ofALaterVersion\":{\"x\":1}}", record);
            assertThat(EventJson.read(EventJson.write(event).toString(), record)).isEqualTo(event);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
