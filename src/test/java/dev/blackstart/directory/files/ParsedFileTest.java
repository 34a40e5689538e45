package dev.blackstart.directory.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people's programs write them, and as nobody should. */
class ParsedFileTest {

    private static final List<String> COLUMNS = List.of("key", "name", "skills", "offLimits");

    private static ParsedFile csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ParsedFile.CSV, ParsedFile.UTF_8);
    }

    private static ParsedFile yaml(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), ParsedFile.YAML, ParsedFile.UTF_8);
    }

    private static ParsedFile read(byte[] bytes, String format, String charset) {
        return ParsedFile.read(bytes, format, charset, "people", COLUMNS);
    }

    @Test
    void csv_utf8ReadAsLatin1_refusedWithItsLine() {
        String garbled = new String("J\u00FCrgen".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(csv("key,name\npia,Pia\njuergen," + garbled + "\n").violations())
                .singleElement().satisfies(violation -> {
                    assertThat(violation.line()).isEqualTo(3);
                    assertThat(violation.message()).contains(garbled, "UTF-8");
                });
        assertThat(csv("key,name\npia,S\u00E3o Paulo\njo,\u00C3gueda\n").violations()).isEmpty();
    }

    @Test
    void csv_savedByExcelFromAnExportWithoutMark_headIsRead() {
        byte[] saved = "\u00EF\u00BB\u00BFkey,name\npia,Pia\n".getBytes(Charset.forName("windows-1252"));
        assertThat(read(saved, ParsedFile.CSV, ParsedFile.LATIN_1).violations()).isEmpty();
    }

    @Test
    void csv_workbook_namedAsOne() {
        assertThat(
                read("PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1), ParsedFile.CSV, ParsedFile.UTF_8).violations())
                .singleElement().satisfies(violation -> assertThat(violation.message()).contains("Excel workbook"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "key,name\npia,Pia\n", "key;name\r\npia;Pia\r\n", "\uFEFFkey\tname\npia\tPia",
            "sep=;\r\nkey;name\r\npia;Pia\r\n", "KEY,Name\npia,Pia\n\n,\n", "\"key\",\"name\"\r\"pia\",\"Pia\"\r" })
    void csv_asProgramsWriteIt_read(String text) {
        ParsedFile sheet = csv(text);
        assertThat(sheet.violations()).isEmpty();
        assertThat(sheet.rows()).extracting(Row::cells).containsExactly(Map.of("key", "pia", "name", "Pia"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sep=\"\nkey,name\npia,Pia\n", "sep=\r\nkey,name\r\n", "SEP=\nkey", "sep=\rkey" })
    void csv_separatorThatIsNone_told(String text) {
        assertThat(csv(text).violations()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(1);
            assertThat(one.message()).contains("sep=");
        });
    }

    @Test
    void csv_quotedNewlines_linesStillCounted() {
        ParsedFile sheet = csv("key,skills\npia,\"one\ntwo\"\n\npete,x\n");
        assertThat(sheet.rows()).extracting(Row::line).containsExactly(2, 5);
        assertThat(sheet.rows().get(0).cells()).containsEntry("skills", "one\ntwo");
    }

    @Test
    void csv_formulaInACell_backAsItWas() {
        String written = CsvFile.write(List.of("key", "name"), List.of(Map.of("key", "pia", "name", "=cmd()|' /C calc'!A0"),
                Map.of("key", "pete", "name", "'=1"), Map.of("key", "olga", "name", "+49 30")));
        assertThat(written).contains("'=cmd()", "''=1", "'+49 30");
        assertThat(csv(written).rows()).extracting(row -> row.cells().get("name")).containsExactly("=cmd()|' /C calc'!A0",
                "'=1",
                "+49 30");
    }

    @Test
    void csv_everyMistakeOfTheFile_toldWithItsLine() {
        ParsedFile sheet = csv("key,shoe,name,name\npia,43,Pia,P,too many\npete\n");
        assertThat(sheet.violations()).extracting(FileViolation::line, FileViolation::column).contains(
                tuple(1, "shoe"), tuple(1, "name"),
                tuple(2, null), tuple(3, null));
        assertThat(csv("name\nPia\n").violations()).extracting(FileViolation::column).containsExactly("key");
    }

    @Test
    void csv_quoteNotClosed_toldWhereItBegins() {
        ParsedFile sheet = csv("key,name\npia,Pia\npete,\"Pete\n");
        assertThat(sheet.violations()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(3);
            assertThat(one.message()).contains("quotation mark");
        });
    }

    @Test
    void latin1_undeclared_refusedWithItsLine_declared_read() {
        byte[] bytes = "key,name\npia,Pia\njurgen,Jürgen Groß – „Jo“\n".getBytes(Charset.forName("windows-1252"));
        ParsedFile refused = read(bytes, ParsedFile.CSV, ParsedFile.UTF_8);
        assertThat(refused.rows()).isEmpty();
        assertThat(refused.violations()).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(3);
            assertThat(one.message()).contains("not UTF-8", "Latin-1");
        });
        assertThat(read(bytes, ParsedFile.CSV, ParsedFile.LATIN_1).rows().get(1).cells()).containsEntry("name",
                "Jürgen Groß – „Jo“");
    }

    @Test
    void utf16_asExcelsUnicodeText_read() {
        byte[] bytes = "\uFEFFkey\tname\r\npia\tPía\r\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(bytes, ParsedFile.CSV, ParsedFile.UTF_8).rows()).extracting(Row::cells)
                .containsExactly(Map.of("key", "pia", "name", "Pía"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " \n ", "\uFEFF" })
    void empty_told(String text) {
        assertThat(csv(text).violations()).extracting(FileViolation::message).containsExactly("The file is empty.");
        assertThat(yaml(text).violations()).extracting(FileViolation::message).containsExactly("The file is empty.");
    }

    @Test
    void yaml_listBelowItsNameOrBare_read() {
        for (String text : List.of(
                "people:\n  - key: pia\n    skills: [a, 'b, c']\n    offLimits: yes\n  - {key: pete, name: ~}\n",
                "- key: pia\n  skills: [a, 'b, c']\n  offLimits: yes\n- {key: pete, name: null}\n")) {
            ParsedFile sheet = yaml(text);
            assertThat(sheet.violations()).isEmpty();
            assertThat(sheet.rows()).extracting(Row::cells).containsExactly(
                    Map.of("key", "pia", "skills", "a\nb, c", "offLimits", "yes"), Map.of("key", "pete", "name", ""));
        }
        assertThat(yaml(YamlFile.write("people", List.of(Map.of("key", "pia", "name", "=1: \"x\"\nno")))).rows())
                .extracting(row -> row.cells().get("name")).containsExactly("=1: \"x\"\nno");
    }

    @Test
    void yaml_unknownAndDouble_toldWithPointerAndLine() {
        assertThat(yaml("people:\n  - key: pia\n    shoe: 43\n    key: pia\n").violations())
                .extracting(FileViolation::line, FileViolation::pointer)
                .containsExactly(tuple(3, "/people/0/shoe"),
                        tuple(4, "/people/0/key"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "people: [", "a: b", "people: {}", "- [pia]", "- &a {key: pia}\n- *a", "--- []\n--- []",
            "- key: {a: b}", "- {[a]: b}", "just words", "%YAML 9\n---\n- x" })
    void yaml_somethingElse_refusedInWords(String text) {
        assertThat(yaml(text).violations()).isNotEmpty().allSatisfy(one -> assertThat(one.message()).isNotBlank());
    }
}
