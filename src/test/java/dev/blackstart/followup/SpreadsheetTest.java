package dev.blackstart.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote is data in the reader's spreadsheet, never a formula. */
class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(strings = { "=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1" })
    void cell_formula_madeText(String text) {
        assertThat(Spreadsheet.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void cell_quotesCommasAndLines_quoted() {
        assertThat(Spreadsheet.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Spreadsheet.cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
        assertThat(Spreadsheet.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(Spreadsheet.cell("")).isEmpty();
        assertThat(Spreadsheet.cell("ä = b")).isEqualTo("ä = b");
    }

    @Test
    void of_nothing_headAlone() {
        assertThat(Spreadsheet.of(List.of())).startsWith("action,defect,").endsWith("\r\n").hasLineCount(1);
    }
}
