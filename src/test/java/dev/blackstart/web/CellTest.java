package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote is data in the reader's spreadsheet, never a formula; and it comes back as it was. */
class CellTest {

    @ParameterizedTest
    @ValueSource(strings = { "=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''+49", "\uFF1DSUM(1)", "\uFF0B1",
            "\uFF0D1",
            "\uFF20SUM(A1)", "'\uFF1D1" })
    void written_formula_madeText(String text) {
        assertThat(Cell.written(text)).isEqualTo("'" + text);
        assertThat(Cell.read(Cell.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "plain", "'quoted'", "ä = b", "O'Neill" })
    void written_ordinary_leftAlone(String text) {
        assertThat(Cell.written(text)).isEqualTo(text);
        assertThat(Cell.read(text)).isEqualTo(text);
    }

    @Test
    void written_quotesSeparatorsAndLines_quoted() {
        assertThat(Cell.written("a,b")).isEqualTo("\"a,b\"");
        assertThat(Cell.written("a;b")).isEqualTo("\"a;b\"");
        assertThat(Cell.written("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(Cell.written("\r=1")).isEqualTo("\"'\r=1\"");
    }
}
