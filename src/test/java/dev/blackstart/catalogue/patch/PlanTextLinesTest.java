package dev.blackstart.catalogue.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements of a plan's text that are removed or moved take their comments along. */
class PlanTextLinesTest extends PlanTexts {

    @Test
    void remove_element_itsCommentsGoToo() {
        assertThat(plan().remove("/drills/1").text()).isEqualTo(replaced("""
                  # The second drill.
                  - key: cut
                    title: Cut the link
                """, ""));
        assertThat(plan().remove("/probes/1").text()).isEqualTo(replaced("  - {key: b, every: PT5S}  # slow\n", ""));
    }

    @Test
    void remove_firstOfTheText_itsHeadStays() {
        assertThat(plan().remove("/key").text()).isEqualTo(replaced("key: orders   # its name\n", ""));
    }

    @Test
    void remove_firstKeyOfAnElement_nextTakesItsPlace() {
        assertThat(plan().remove("/drills/1/key").text()).isEqualTo(replaced("""
                  - key: cut
                    title: Cut the link
                """, """
                  - title: Cut the link
                """));
    }

    @Test
    void remove_lastOne_emptyBrackets() {
        assertThat(PlanText.of("a:\n  - 1\nb:\n  c: 1\nd: [ 1 ]\n").remove("/a/0").remove("/b/c").remove("/d/0").text())
                .isEqualTo("a: []\nb: {}\nd: []\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "/a/0;[2, 3]", "/a/1;[1, 3]", "/a/2;[1, 2]" })
    void remove_inBrackets_oneCommaGoes(String pointer, String left) {
        assertThat(PlanText.of("a: [1, 2, 3]\n").remove(pointer).text()).isEqualTo("a: " + left + "\n");
    }

    @Test
    void remove_bracketsOverSeveralLines() {
        String text = "a: [\n  1, # one\n  2 # two\n]\n";
        assertThat(PlanText.of(text).remove("/a/0").text()).isEqualTo("a: [\n  2 # two\n]\n");
        assertThat(PlanText.of(text).remove("/a/1").text()).isEqualTo("a: [\n  1 # one\n]\n");
    }

    @Test
    void move_element_withItsCommentsAndStyle() {
        assertThat(plan().move("/drills/1", "/drills/0").text()).isEqualTo(replaced("""
                  # The first drill.
                  - key: kill   # the primary
                    title: Stop the primary
                    targets:
                    - orders-db
                    - orders-api

                  # The second drill.
                  - key: cut
                    title: Cut the link
                """, """
                  # The second drill.
                  - key: cut
                    title: Cut the link
                  # The first drill.
                  - key: kill   # the primary
                    title: Stop the primary
                    targets:
                    - orders-db
                    - orders-api

                """));
        assertThat(plan().move("/probes/1", "/probes/0").text()).isEqualTo(replaced(
                "  - {key: a, every: PT1S}\n  - {key: b, every: PT5S}  # slow\n",
                "  - {key: b, every: PT5S}  # slow\n  - {key: a, every: PT1S}\n"));
        assertThat(plan().move("/offLimits/0", "/offLimits/1").text()).isEqualTo(
                replaced("[payments, ledger]", "[ledger, payments]"));
    }

    @Test
    void move_toAnotherKeyOfTheObject_renamed() {
        assertThat(plan().move("/drills/0/title", "/drills/0/hypothesis").text())
                .isEqualTo(replaced("    title: Stop the primary", "    hypothesis: Stop the primary"));
    }

    @Test
    void move_toAnotherList_indentedLikeIt() {
        PlanText text = PlanText
                .of("a:\n  - x:\n      - key: 1 # one\n        b: |\n          two\n            three\nc:\n- 5\n");
        assertThat(text.move("/a/0/x/0", "/c/0").text())
                .isEqualTo("a:\n  - x: []\nc:\n- key: 1 # one\n  b: |\n    two\n      three\n- 5\n");
    }
}
