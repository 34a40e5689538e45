package dev.blackstart.catalogue.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.Plans;
import dev.blackstart.catalogue.source.Violation;

/** The file as a whole: schema and rules together, one violation for one mistake. */
class PlanReadingTest {

    @Test
    void read_contractsExample_acceptedWithWhatIsMissingHere() {
        PlanReading reading = PlanReading.of(Plans.bytes("contract.yaml"), Plans.KNOWN);
        assertThat(reading.violations()).isEmpty();
        assertThat(reading.warnings()).extracting(Violation::pointer).containsExactly("/offLimits/0", "/drills/0/fault/driver",
                "/drills/0/revert/driver");
        PlanDocument plan = reading.document();
        assertThat(plan.timeline()).hasSize(10);
        assertThat(plan.drill("kill-primary")).get().extracting(drill -> drill.fault().path("driver").asText())
                .isEqualTo("process");
        assertThat(plan.readers()).containsExactlyInAnyOrder("adam", "dana", "carl", "sol", "eve");
    }

    @Test
    void read_leastPlan_hasDefaults() {
        PlanDocument plan = Plans.read(Plans.minimal()).document();
        assertThat(Plans.warnings(Plans.minimal())).isEmpty();
        assertThat(plan.coverName()).isEqualTo("Exercise");
        assertThat(plan.schedule().zone()).isEqualTo("UTC");
        assertThat(plan.schedule().preparation()).hasToString("P0D");
        assertThat(plan.scenario().assumptions()).isEmpty();
    }

    @Test
    void read_twentyMistakes_twentyToldEachOnItsLine() {
        PlanReading reading = PlanReading.of(Plans.bytes("twenty-mistakes.yaml"), Plans.KNOWN);
        assertThat(reading.violations()).extracting(one -> one.line() + " " + one.pointer()).containsExactly(
                "1 /key", "3 /type", "4 /intensity", "6 /ower", "7 /approvers/0", "8 /team", "11 /systems/1/key",
                "14 /schedule/duration", "15 /schedule/zone", "18 /roster/1/person", "19 /roster/2/role", "20 /roster/3/until",
                "22 /preparation/0/due", "28 /drills/0/targets/0", "29 /drills/0/fault", "30 /drills/0/revert/verify/probe",
                "33 /timeline/0/after", "35 /timeline/2/at", "36 /timeline/3", "37 /timeline/4/after/is");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("name: The least a plan says", "", "",
                        "'name' is missing. What masters of disaster and control staff call it."),
                Arguments.of("name: The", "nme: The", "/nme", "'nme' is unknown here. Did you mean 'name'?"),
                Arguments.of("type: tabletop", "type: table-top", "/type",
                        "'table-top' is not possible here. Did you mean 'tabletop'?"),
                Arguments.of("type: tabletop", "type:", "/type",
                        "'type' is empty. There is seminar, workshop, tabletop, game, drill, functional, full-scale."),
                Arguments.of("intensity: 1", "intensity: 0", "/intensity", "'intensity' is 0; the least is 1."),
                Arguments.of("intensity: 1", "intensity: '2'", "/intensity",
                        "'intensity' is a text; a whole number is wanted."),
                Arguments.of("intensity: 1", "intensity: 1.5", "/intensity",
                        "'intensity' is a number; a whole number is wanted."),
                Arguments.of("owner: dana", "owner:", "/owner", "'owner' is empty; a text is wanted."),
                Arguments.of("owner: dana", "owner: Dana", "/owner", "Nobody has the key 'Dana'. Did you mean 'dana'?"),
                Arguments.of("owner: dana", "owner: storage", "/owner", "'storage' is a team; name a person."),
                Arguments.of("name: The least a plan says", "name: ' '", "/name",
                        "The text is empty; write something or leave it out."),
                Arguments.of("duration: PT1H", "duration: 1h", "/schedule/duration",
                        "'1h' is no duration; write for example PT15M or P7D."),
                Arguments.of("duration: PT1H", "duration: -PT1H", "/schedule/duration",
                        "'duration' is '-PT1H'; it cannot be negative."),
                Arguments.of("duration: PT1H", "duration: P40000D", "/schedule/duration",
                        "'P40000D' is no duration; write for example PT15M or P7D."),
                Arguments.of("role: director", "role: boss", "/roster/0/role",
                        "'boss' is not possible here. There is director, controller, safety-officer, evaluator, facilitator, advisor, trusted-agent, player, observer."),
                Arguments.of("{person: dana, role: director}", "{person: dana}", "/roster/0",
                        "'role' is missing. As what: the first four are control staff; facilitator and advisor belong to the review; a trusted agent sees that, when and what is touched, and controls nothing."),
                Arguments.of("{person: dana, role: director}", "dana", "/roster/0",
                        "An entry of 'roster' is a text; an object with keys is wanted."),
                Arguments.of("at: PT1H, ", "", "/timeline/0", "One of at, after, manual is missing."),
                Arguments.of("at: PT1H, ", "att: PT1H, ", "/timeline/0/att", "'att' is unknown here. Did you mean 'at'?"),
                Arguments.of("at: PT1H, ", "at: PT1H, manual: true, ", "/timeline/0",
                        "Only one of at, manual is possible at a time."),
                Arguments.of("at: PT1H, ", "manual: false, ", "/timeline/0/manual", "'manual' can only be 'true'."),
                Arguments.of(", endex: {}", "", "/timeline/0",
                        "One of message, drill, revert, callTree, expectation, task, decision, handover, endex is missing."),
                Arguments.of("endex: {}", "endex: {}, handover: {from: dana, to: carl}", "/timeline/0",
                        "Only one of handover, endex is possible at a time."),
                Arguments.of("endex: {}", "message: {to: everyone}", "/timeline/0/message", "One of text, subject is missing."),
                Arguments.of("endex: {}", "decision: {text: Which, options: [one]}", "/timeline/0/decision/options",
                        "'options' has 1 entry; the least is 2."),
                Arguments.of("endex: {}", "decision: {text: Which, options: [one, one]}", "/timeline/0/decision/options",
                        "'options' says the same thing twice."),
                Arguments.of("endex: {}", "task: {of: carl, text: Look, then go}", "/timeline/0/task/then go",
                        "'then go' is unknown here. If it is the rest of a text with a comma, put the whole text in quotes."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void read_oneMistake_toldOnce(String good, String bad, String pointer, String message) {
        assertThat(Plans.minimal()).contains(good);
        assertThat(Plans.read(Plans.minimal().replace(good, bad)).violations())
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple(pointer, message));
    }

    @Test
    void read_notAnObject_toldOnce() {
        assertThat(Plans.errors("just a text")).containsExactly(": The plan is a text; an object with keys is wanted.");
        assertThat(Plans.errors("[1, 2]")).containsExactly(": The plan is a list; an object with keys is wanted.");
    }

    @Test
    void read_mistakesOfTextAndSchemaAndRules_together() {
        String text = Plans.minimal().replace("owner: dana", "owner: dany\nowner: dana").replace("intensity: 1",
                "intensity: 6");
        assertThat(Plans.read(text).violations()).extracting(Violation::line).containsExactly(4, 6, 7);
    }

    @Test
    @Timeout(20)
    void read_thousandsOfMistakes_hundredTold() {
        String items = String.join("\n", IntStream.range(0, 4_900).mapToObj(i -> "  - {key: k" + i + "}").toList());
        assertThat(Plans.read(Plans.minimal() + items).violations()).hasSize(100);
    }

    @Test
    @Timeout(20)
    void read_longChainOfItems_accepted() {
        String items = String.join("\n", IntStream.range(0, 4_000).mapToObj(i -> "  - {key: k" + i + ", after: {item: "
                + (i == 3_999 ? "end" : "k" + (i + 1)) + "}, message: {to: pia, text: Go}}").toList());
        assertThat(Plans.errors(Plans.minimal() + items)).isEmpty();
    }

    @Test
    void hash_otherOrderOfKeysAndFormOfNumbers_same() {
        String swapped = Plans.minimal().replace("type: tabletop\nintensity: 1\n", "intensity: 1.0\ntype: tabletop # a word\n");
        assertThat(PlanImporter.hash(Plans.read(swapped))).isEqualTo(PlanImporter.hash(Plans.read(Plans.minimal())));
        assertThat(PlanImporter.hash(Plans.read(Plans.minimal().replace("intensity: 1", "intensity: 2"))))
                .isNotEqualTo(PlanImporter.hash(Plans.read(Plans.minimal())));
    }
}
