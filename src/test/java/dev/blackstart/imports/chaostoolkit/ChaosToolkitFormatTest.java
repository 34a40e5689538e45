package dev.blackstart.imports.chaostoolkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Plans;
import dev.blackstart.catalogue.importing.PlanReading;
import dev.blackstart.catalogue.patch.PlanText;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.PythonConfig;
import dev.blackstart.imports.Conversion;
import dev.blackstart.imports.ConversionWarning;
import dev.blackstart.imports.ImportRefused;
import dev.blackstart.imports.ImportedFile;
import dev.blackstart.imports.PlanAuthor;
import dev.blackstart.testsupport.Configured;

class ChaosToolkitFormatTest {

    private static final String SMALLEST = """
            title: The least
            description: It says nothing
            method: []
            """;

    private final ChaosToolkitFormat format = format(Map.of());

    private static ChaosToolkitFormat format(Map<String, String> configuration) {
        return new ChaosToolkitFormat(new PythonActivities(Configured.mapping(PythonConfig.class, configuration)));
    }

    private static ImportedFile file(String text) {
        return new ImportedFile(null, null, text.getBytes(UTF_8));
    }

    private Conversion convert(String text) {
        return convert(text, format);
    }

    private static Conversion convert(String text, ChaosToolkitFormat format) {
        return format.convert(file(text), new PlanAuthor("dana", "storage"));
    }

    private static String experiment() {
        try (InputStream in = ChaosToolkitFormatTest.class.getResourceAsStream("/imports/experiment.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static JsonNode tree(Conversion done) {
        return PlanText.of(done.text()).tree();
    }

    private static List<String> messages(Conversion done, String pointer) {
        return done.warnings().stream().filter(one -> one.column().equals(pointer)).map(ConversionWarning::message).toList();
    }

    private List<String> refused(String text) {
        return catchThrowableOfType(ImportRefused.class, () -> convert(text)).violations().stream().map(Object::toString)
                .toList();
    }

    @Test
    void convert_wholeExperiment_planThatIsAccepted() {
        Conversion done = convert(experiment());
        PlanReading reading = PlanReading.of(done.text().getBytes(UTF_8), Plans.KNOWN);
        assertThat(reading.violations()).isEmpty();
        JsonNode plan = tree(done);
        assertThat(plan.path("key").asText()).isEqualTo("does-the-shop-survive-a-slow-payment-service");
        assertThat(plan.at("/drills/0/hypothesis").asText()).isEqualTo("The shop takes orders");
        assertThat(plan.at("/drills/0/fault/experiment/method")).hasSize(3);
        assertThat(plan.at("/drills/0/fault/experiment/method/2/name").asText()).isEqualTo("Shop is up");
        assertThat(plan.at("/drills/0/fault/experiment").has("rollbacks")).isFalse();
        assertThat(plan.at("/drills/0/revert/experiment/rollbacks/0/name").asText()).isEqualTo("Payments at full speed");
        assertThat(plan.at("/drills/0/revert/experiment").has("method")).isFalse();
        assertThat(plan.at("/drills/0/revert/verify/probe").asText()).isEqualTo("shop-is-up");
        assertThat(plan.at("/drills/0/fault/deadline").asText()).isEqualTo("PT14M");
        assertThat(done.mapping()).containsEntry("/method", "/drills/0/fault/experiment/method")
                .containsEntry("/steady-state-hypothesis/probes/0", "/probes/0");
    }

    @Test
    void convert_everyTolerance_probeOrReason() {
        Conversion done = convert(experiment());
        JsonNode probes = tree(done).path("probes");
        assertThat(probes.findValuesAsText("key")).containsExactly("shop-is-up", "shop-answers", "page-says-hello",
                "orders-are-listed", "any-success", "queue-is-short", "queue-exits");
        assertThat(probes.findValues("tolerance")).extracting(JsonNode::toString).containsExactly("{\"status\":200}",
                "{\"status\":[200,204]}", "{\"body\":\"(?<word>hello)\"}", "{\"jsonPath\":\"$.state\",\"value\":\"ok\"}",
                "{\"status\":[200,201,202]}", "{\"range\":[0,10]}", "{\"status\":0}");
        assertThat(probes.get(5).path("command").toString()).isEqualTo("[\"queue-length\",\"--name\",\"new orders\"]");
        assertThat(messages(done, "/steady-state-hypothesis/probes/4").get(0)).contains("does not count matches",
                "The drill still checks it");
        for (int i : new int[] { 8, 9, 10, 11 }) {
            assertThat(messages(done, "/steady-state-hypothesis/probes/" + i)).as("probe %d", i).isNotEmpty();
        }
    }

    @Test
    void convert_secrets_neitherInTextNorInWarnings() {
        Conversion done = convert(experiment());
        assertThat(done.text() + done.warnings()).doesNotContain("hunter2");
        assertThat(tree(done).at("/drills/0/fault/experiment/secrets/shop/password/key").asText()).isEqualTo("shop_password");
        assertThat(messages(done, "/secrets/shop/password").get(0)).contains("blackstart.secrets.shop_password");
        assertThat(messages(done, "/secrets/shop/key").get(0)).contains("Vault is not read here");
        assertThat(messages(done, "/secrets/shop/token").get(0)).contains("blackstart.secrets.SHOP_TOKEN", "before STARTEX");
    }

    @Test
    void convert_whatRunsOtherwiseHere_warnedWithItsLine() {
        Conversion done = convert(experiment());
        assertThat(messages(done, "/method/0/provider/path").get(0)).contains("'/usr/bin/slow' is outside the folder");
        assertThat(messages(done, "/method/0/provider/arguments").get(0)).contains("No shell runs, so |");
        assertThat(messages(done, "/method/1/tolerance").get(0)).contains("not compared with anything");
        assertThat(messages(done, "/configuration/region").get(0)).contains("REGION", "before STARTEX");
        assertThat(messages(done, "/steady-state-hypothesis/probes/10/provider").get(0)).contains("shop.probes.is_up",
                "not run here");
        assertThat(done.unmapped()).contains("/controls");
        assertThat(done.warnings()).allMatch(one -> one.row() >= 5 && one.row() <= 44);
        assertThat(done.warnings()).filteredOn(one -> one.column().equals("/controls")).extracting(ConversionWarning::row)
                .containsExactly(5);
    }

    @Test
    void convert_python_warnedUntilItsModuleMayBeCalled() {
        String at = "/steady-state-hypothesis/probes/10/provider";
        String command = "blackstart.drivers.chaostoolkit.command";
        assertThat(messages(convert(experiment()), at).get(0)).contains("set " + command);
        assertThat(messages(convert(experiment(), format(Map.of(command, "/no/such/chaos"))), at).get(0))
                .contains("/no/such/chaos", "not the absolute path of an executable file");
        assertThat(messages(convert(experiment(), format(Map.of(command, "/bin/sh"))), at).get(0))
                .contains("add it to blackstart.drivers.chaostoolkit.modules");
        assertThat(messages(convert(experiment(), format(Map.of(command, "/bin/sh",
                "blackstart.drivers.chaostoolkit.modules", "shopping,shop.prob,shop.probes.is_up"))), at)).isNotEmpty();
        assertThat(messages(convert(experiment(), format(Map.of(command, "/bin/sh",
                "blackstart.drivers.chaostoolkit.modules", "other,shop"))), at)).isEmpty();
    }

    @Test
    void convert_configurationByProbe_warnedOnlyWhereItCannotBeAsked() {
        Conversion done = convert(SMALLEST + """
                configuration:
                  fine: {type: probe, name: x, provider: {type: http, url: "http://127.0.0.1/leader"}}
                  outside: {type: probe, provider: {type: process, path: /usr/bin/leader}}
                  python: {type: probe, provider: {type: python, module: m, func: f}}
                  none: {type: probe, provider: {type: ssh}}
                  empty: {type: probe, provider: {type: process}}
                """);
        assertThat(messages(done, "/configuration/fine")).isEmpty();
        assertThat(messages(done, "/configuration/outside/provider/path").get(0)).contains("outside the folder");
        assertThat(messages(done, "/configuration/python/provider").get(0)).contains("'python' calls Python (m.f)");
        assertThat(messages(done, "/configuration/none").get(0)).contains("its provider's type is");
        assertThat(messages(done, "/configuration/empty").get(0)).contains("its provider needs 'path'");
        assertThat(PlanReading.of(done.text().getBytes(UTF_8), Plans.KNOWN).violations()).isEmpty();
    }

    @Test
    void convert_noRollbacks_drillWithoutRevertAndWarning() {
        Conversion done = convert(SMALLEST);
        assertThat(tree(done).at("/drills/0").has("revert")).isFalse();
        assertThat(messages(done, "/rollbacks").get(0)).contains("Nothing reverts this fault", "the gate's check");
        assertThat(PlanReading.of(done.text().getBytes(UTF_8), Plans.KNOWN).violations()).isEmpty();
    }

    @Test
    void convert_strategyNever_saysThatRollbacksArePlayed() {
        assertThat(
                messages(convert(SMALLEST + "runtime: {rollbacks: {strategy: never}}\n"), "/runtime/rollbacks/strategy").get(0))
                .contains("always played here");
    }

    @Test
    void convert_strangeTexts_stayInTheirQuotes() {
        Conversion done = convert(
                "{\"title\": \"Yes: no # [x]\\n two\", \"description\": \"a\\nb\\\\ \\u00e9\", \"method\": []}");
        assertThat(tree(done).path("name").asText()).isEqualTo("Yes: no # [x] two");
        assertThat(tree(done).at("/scenario/story").asText()).isEqualTo("a\nb\\ é");
    }

    @Test
    void convert_manyMistakes_allToldWithLineAndPointer() {
        assertThat(refused("""
                title: ""
                steady-state-hypothesis:
                  title: All is well
                  probes:
                    - type: probe
                      name: up
                      tolerance: {type: fuzzy, value: 3}
                      provider: {type: http, url: "http://127.0.0.1/"}
                    - type: probe
                      name: half
                      tolerance: 0.5
                      provider: {type: http, url: "http://127.0.0.1/"}
                    - {type: probe, name: none, provider: {type: process, path: x}}
                method:
                  - ref: upp
                  - {type: acton, name: a, provider: {type: ssh}}
                  - {type: action, name: b}
                """)).containsExactly(
                "line 1: An experiment needs a description; Chaos Toolkit refuses one without. Say in a sentence what it shows.",
                "line 1 (/title): An experiment needs a title; Chaos Toolkit refuses one without.",
                "line 7 (/steady-state-hypothesis/probes/0/tolerance/type): There is no tolerance of type 'fuzzy'."
                        + " There is regex, jsonpath, range, probe.",
                "line 11 (/steady-state-hypothesis/probes/1/tolerance): A tolerance is no fraction; write a range:"
                        + " {type: range, range: [0.5, 0.5]}.",
                "line 13 (/steady-state-hypothesis/probes/2): A probe of the hypothesis needs a tolerance: the value, or a range,"
                        + " that means all is well.",
                "line 15 (/method/0/ref): There is no activity named 'upp' in this experiment. Did you mean 'up'?",
                "line 16 (/method/1/provider/type): A provider's type is 'http', 'process' or 'python'.",
                "line 16 (/method/1/type): An activity's type is 'probe' or 'action'.",
                "line 17 (/method/2): An activity needs a provider: an object with type 'http', 'process' or 'python'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "{type: regex, pattern: '('};Invalid regular expression",
            "{type: regex};needs a pattern",
            "{type: jsonpath};needs a path",
            "{type: range, range: [1]};list of two numbers",
            "{type: probe, name: x};needs a provider",
            "{value: 3};needs a type",
            "null;is empty" })
    void convert_toleranceThatComparesNothing_explained(String tolerance, String message) {
        assertThat(refused(SMALLEST + """
                steady-state-hypothesis:
                  title: x
                  probes: [{type: probe, name: up, tolerance: %s, provider: {type: http, url: "http://127.0.0.1/"}}]
                """.formatted(tolerance))).singleElement().asString().contains("line 6", message);
    }

    @Test
    void recognises_experimentsOnly() {
        assertThat(format.recognises(file(experiment()))).isTrue();
        assertThat(format.recognises(file(SMALLEST))).isTrue();
        assertThat(format.recognises(file(Plans.minimal()))).isFalse();
        assertThat(format.recognises(file("a,b,c\n1,2,3\n"))).isFalse();
        assertThat(format.recognises(file("\u0000\u0001"))).isFalse();
        assertThat(format.recognises(file("- 1\n"))).isFalse();
    }
}
