package dev.blackstart.catalogue.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

class PlanTextTest extends PlanTexts {

    private static String change(String pointer, String value) {
        return plan().change(pointer, json(value)).text();
    }

    @Test
    void change_plain_staysPlainBesideItsComment() {
        assertThat(change("/key", "\"sales\"")).isEqualTo(replaced("key: orders   #", "key: sales   #"));
    }

    @Test
    void change_quoted_keepsItsQuotes() {
        assertThat(change("/name", "\"It's gone\"")).isEqualTo(replaced("'Orders lose their database'", "'It''s gone'"));
        assertThat(change("/owner", "\"a \\\"b\\\"\"")).isEqualTo(replaced("\"dana\"", "\"a \\\"b\\\"\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a: b", "a #b", "# a", "- a", "true", "12", "null", "~", "", " a", "a ", "[a", "{a", "*a", "&a",
            "!a",
            "|", "> a", "%a", "@a", "`a", "yes", "a:", "\"a", "'a", "a\tb", "---", "0x1F", "1e3", "\u2028", "\uFEFF",
            "é ü 漢字 🚒" })
    void change_plainToWhatPlainCannotHold_quoted(String value) {
        for (String pointer : List.of("/key", "/schedule/zone", "/offLimits/0", "/drills/0/title", "/note", "/story",
                "/name")) {
            PlanText changed = plan().change(pointer, TextNode.valueOf(value));
            assertThat(changed.tree().at(pointer)).isEqualTo(TextNode.valueOf(value));
            assertThat(changed.text()).contains("# its name", "# in brackets", "# the primary", "# slow", "# The end.");
        }
    }

    @Test
    void change_literal_staysLiteral() {
        assertThat(change("/note", "\"One\\n  two\\n\\nthree\\n\"")).isEqualTo(replaced("""
                note: |
                  First line

                  third line
                """, """
                note: |
                  One
                    two

                  three
                """));
    }

    @Test
    void change_literalsEnd_otherSign() {
        assertThat(change("/note", "\"One\\ntwo\"")).contains("note: |-\n  One\n  two\nschedule");
        assertThat(change("/note", "\"One\\ntwo\\n\\n\"")).contains("note: |+\n  One\n  two\n\nschedule");
    }

    @Test
    void change_folded_staysFoldedAndIsWrapped() {
        String story = "word ".repeat(60).strip();
        String changed = plan().change("/story", TextNode.valueOf(story)).text();
        assertThat(changed).contains("story: >-\n  word word");
        assertThat(changed.lines()).allMatch(line -> line.length() <= 120);
        assertThat(PlanText.of(changed).tree().at("/story").asText()).isEqualTo(story);
    }

    @Test
    void change_textToSeveralLines_literalBelowItsComment() {
        assertThat(change("/key", "\"a\\nb\\n\"")).isEqualTo(replaced("key: orders   # its name\n",
                "key: |   # its name\n  a\n  b\n"));
        assertThat(change("/drills/0/title", "\"a\\nb\"")).isEqualTo(replaced("    title: Stop the primary\n",
                "    title: |-\n      a\n      b\n"));
    }

    @Test
    void change_inBrackets_theRestStays() {
        assertThat(change("/schedule/duration", "\"PT3H\"")).isEqualTo(replaced("PT2H", "PT3H"));
        assertThat(change("/schedule/zone", "[1, true, null, \"a, b\"]")).isEqualTo(
                replaced("zone: UTC}", "zone: [1, true, null, \"a, b\"]}"));
    }

    @Test
    void change_object_onlyWhatDiffers() {
        assertThat(change("/drills/0",
                "{\"key\": \"kill\", \"title\": \"Other\", \"targets\": [\"orders-api\"], \"owner\": \"tess\"}"))
                .isEqualTo(replaced("""
                            title: Stop the primary
                            targets:
                            - orders-db
                            - orders-api
                        """, """
                            title: Other
                            targets:
                            - orders-api
                            owner: tess
                        """));
    }

    @Test
    void change_linesToOneValue_commentsAboveStay() {
        PlanText text = PlanText.of("a:  # of a\n  # above\n  b: 1\n  c: 2 # two\nd: 3\n");
        assertThat(text.change("/a", json("5")).text()).isEqualTo("a: 5  # of a\n  # above # two\nd: 3\n");
        assertThat(PlanText.of("a:\r\n  - 1\r\n  - 2\r\nb: 3\r\n").change("/a", json("{}")).text())
                .isEqualTo("a: {}\r\nb: 3\r\n");
    }

    @Test
    void change_valueToLongCollection_inLinesBelowItsComment() {
        String many = "[%s]".formatted("{\"key\": \"one\", \"text\": \"two\"},".repeat(5).replaceAll(",$", ""));
        String changed = change("/key", many);
        assertThat(changed).contains("key:   # its name\n  - {key: one, text: two}\n");
    }

    @Test
    void change_nothingWritten_valueBehindColonOrDash() {
        assertThat(PlanText.of("a:\nb: 1\n").change("/a", json("\"x\"")).text()).isEqualTo("a: x\nb: 1\n");
        assertThat(PlanText.of("- a\n-\n").change("/1", json("2")).text()).isEqualTo("- a\n- 2\n");
        assertThat(PlanText.of("{a, b: }").change("/a", json("1")).change("/b", json("2")).text()).isEqualTo("{a: 1, b: 2 }");
    }

    @Test
    void add_keyInLines_behindTheLastOfItsObject() {
        assertThat(plan().add("/drills/0/owner", json("\"tess\"")).text()).isEqualTo(replaced("    - orders-api\n",
                "    - orders-api\n    owner: tess\n"));
        assertThat(plan().add("/runbooks", json("[{\"key\": \"a\"}]")).text()).isEqualTo(replaced("# slow\n",
                "# slow\nrunbooks:\n  - {key: a}\n"));
    }

    @Test
    void add_elementInLines_whereAskedWithTheStyleOfItsNeighbours() {
        JsonNode drill = json("{\"key\": \"new\", \"title\": \"New: it\"}");
        assertThat(plan().add("/drills/1", drill).text()).isEqualTo(replaced("    - orders-api\n",
                "    - orders-api\n  - key: new\n    title: \"New: it\"\n"));
        assertThat(plan().add("/drills/0", drill).text()).isEqualTo(replaced("  # The first drill.\n",
                "  - key: new\n    title: \"New: it\"\n  # The first drill.\n"));
        assertThat(plan().add("/probes/-", json("{\"key\": \"c\"}")).text()).isEqualTo(replaced("# slow\n",
                "# slow\n  - {key: c}\n"));
        assertThat(plan().add("/drills/0/targets/1", json("\"x\"")).text()).isEqualTo(replaced("    - orders-db\n",
                "    - orders-db\n    - x\n"));
    }

    @Test
    void add_inBrackets() {
        assertThat(plan().add("/schedule/start", json("\"manual\"")).text())
                .isEqualTo(replaced("zone: UTC}", "zone: UTC, start: manual}"));
        assertThat(plan().add("/offLimits/0", json("\"a,b\"")).text()).isEqualTo(replaced("[payments", "[\"a,b\", payments"));
        assertThat(plan().add("/offLimits/-", json("\"c\"")).text()).isEqualTo(replaced("ledger]", "ledger, c]"));
        assertThat(PlanText.of("a: []\nb: { }\n").add("/a/0", json("1")).add("/b/c", json("2")).text())
                .isEqualTo("a: [1]\nb: {c: 2}\n");
    }

    @Test
    void add_bracketsOverSeveralLines_lineOfItsOwn() {
        String text = "a: [\n  1, # one\n  2 # two\n]\nb: {\n  c: 1,\n}\n";
        assertThat(PlanText.of(text).add("/a/-", json("3")).text()).isEqualTo(text.replace("2 # two\n", "2, # two\n  3\n"));
        assertThat(PlanText.of(text).add("/a/0", json("0")).text()).isEqualTo(text.replace("  1,", "  0,\n  1,"));
        assertThat(PlanText.of(text).add("/b/d", json("2")).text()).isEqualTo(text.replace("c: 1,\n", "c: 1,\n  d: 2,\n"));
    }

    @Test
    void add_textWithoutLastLineBreak() {
        assertThat(PlanText.of("a: 1").add("/b", json("2")).text()).isEqualTo("a: 1\nb: 2");
    }

    @Test
    void lineEnds_ofWindows_stay() {
        String text = PLAN.replace("\n", "\r\n");
        PlanText changed = PlanText.of("\uFEFF" + text).add("/drills/1/owner", json("\"tess\""))
                .change("/note", json("\"x\\ny\\n\"")).remove("/probes/0").move("/drills/1", "/drills/0");
        assertThat(changed.text()).startsWith("\uFEFF# yaml").contains("    owner: tess\r\n", "note: |\r\n  x\r\n  y\r\n");
        assertThat(changed.text().replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void json_staysJson() {
        String text = """
                {
                  "key": "a",
                  "list": [
                    1,
                    2
                  ],
                  "short": {"a": 1}
                }
                """;
        PlanText changed = PlanText.of(text).change("/key", json("\"b\"")).add("/list/-", json("\"x\""))
                .add("/short/b", json("{\"c\": null}")).add("/new", json("true")).remove("/list/0");
        assertThat(changed.text()).isEqualTo("""
                {
                  "key": "b",
                  "list": [
                    2,
                    "x"
                  ],
                  "short": {"a": 1, "b": {"c": null}},
                  "new": true
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({ "/a/b, anchor '&x'", "/a, anchor '&x'", "/c, repeats the anchor '&x'", "/c/b, repeats the anchor '&x'" })
    void anchor_refusedWithItsName(String pointer, String message) {
        PlanText text = PlanText.of("a: &x {b: 1}\nc: *x\nd: [1, {e: *x}]\n");
        assertThatThrownBy(() -> text.change(pointer, json("1"))).isInstanceOf(PatchRefused.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> text.remove("/d/1")).hasMessageContaining("contains the anchor or alias 'x'");
        assertThat(text.change("/d/0", json("2")).text()).contains("d: [2, {e: *x}]");
    }

    @Test
    void wrongPointers_refusedWithWhy() {
        assertThatThrownBy(() -> plan().change("/drills/7/key", json("1"))).hasMessage("There is nothing at '/drills/7'.");
        assertThatThrownBy(() -> plan().add("/key", json("1"))).hasMessage("'/key' is there already; change it.");
        assertThatThrownBy(() -> plan().add("/drills/9", json("1"))).hasMessage("'9' is no place in a list of 2.");
        assertThatThrownBy(() -> plan().add("/key/x", json("1"))).hasMessage("'/key' is neither an object nor a list.");
        assertThatThrownBy(() -> plan().move("/drills", "/drills/0")).hasMessage("'/drills' cannot be moved into itself.");
        assertThatThrownBy(() -> plan().remove("")).isInstanceOf(PatchRefused.class);
        assertThatThrownBy(() -> plan().remove("key")).hasMessageContaining("not a JSON pointer");
        assertThatThrownBy(() -> PlanText.of("a: [")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> PlanText.of("a: 1\n---\nb: 2\n")).hasMessageContaining("second document");
    }
}
