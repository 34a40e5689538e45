package dev.blackstart.directory.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import dev.blackstart.web.Cell;
import dev.blackstart.web.CsvText;
import dev.blackstart.web.Texts;

/** Comma-separated values with a head, as spreadsheets write them: also with semicolons or tabs. */
public final class CsvFile {

    private static final int MOST_FLAWS_OF_THE_FILE = 1_000;

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<FileViolation> violations = new ArrayList<>();

    CsvFile(List<String> columns) {
        this.columns = columns;
    }

    /** A file that a spreadsheet opens without harm, and that reads back as it was. */
    public static String write(List<String> columns, Collection<Map<String, String>> entries) {
        return CsvText.of(columns, entries.stream().map(entry -> columns.stream().map(entry::get).toList()));
    }

    ParsedFile read(String text) {
        String body = text;
        int skipped = 0;
        char separator = separator(firstLine(body));
        if (firstLine(body).matches("(?i)sep=\"?")) {
            return new ParsedFile(rows, List.of(new FileViolation(1, null, null,
                    "Behind sep= stands the character between the cells, such as a semicolon; no quotation mark.")));
        }
        if (firstLine(body).matches("(?i)sep=.")) {
            separator = body.charAt("sep=".length());
            body = body.substring(firstLine(body).length()).replaceFirst("^\\r?\\n|^\\r", "");
            skipped = 1;
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            records(parser, skipped);
        } catch (IOException | UncheckedIOException broken) {
            violations.add(new FileViolation(brokenAt(broken), null, null,
                    "From here on the file cannot be read: a quotation mark is not closed, or something stands behind it."));
        }
        return new ParsedFile(rows, violations);
    }

    private int reached = 1;

    private int brokenAt(Exception broken) {
        return broken instanceof CSVException || broken.getCause() != null ? reached : 1;
    }

    private void records(CSVParser parser, int skipped) {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> head = records.hasNext() ? head(records.next(), skipped + 1) : List.of();
        reached = (int) parser.getCurrentLineNumber() + skipped + 1;
        while (!head.isEmpty() && records.hasNext()) {
            CSVRecord record = records.next();
            int line = reached;
            reached = (int) parser.getCurrentLineNumber() + skipped + 1;
            if (isBlank(record)) {
                continue;
            }
            if (rows.size() == ParsedFile.MOST_ROWS) {
                violations.add(ParsedFile.tooMany(line));
                return;
            }
            rows.add(row(head, record, line));
        }
    }

    private List<String> head(CSVRecord record, int line) {
        List<String> head = record.stream().map(ParsedFile::column).map(this::known).toList();
        Set<String> seen = new HashSet<>();
        for (String column : head) {
            if (column.isEmpty()) {
                continue;
            }
            if (!columns.contains(column)) {
                violations.add(new FileViolation(line, null, column,
                        "There is no column '%s'; there are %s.".formatted(column, String.join(", ", columns))));
            } else if (!seen.add(column)) {
                violations.add(new FileViolation(line, null, column, "The column '%s' stands there twice.".formatted(column)));
            }
        }
        if (!head.contains("key")) {
            violations.add(new FileViolation(line, null, "key",
                    "The first line names the columns, and 'key' is one of them; there are %s."
                            .formatted(String.join(", ", columns))));
        }
        return head;
    }

    /** Whatever its capitals. */
    private String known(String column) {
        return columns.stream().filter(one -> one.toLowerCase(Locale.ROOT).equals(column)).findFirst().orElse(column);
    }

    private Row row(List<String> head, CSVRecord record, int line) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String cell = Cell.read(record.get(i));
            if (i < head.size() && !head.get(i).isEmpty()) {
                cells.put(head.get(i), cell);
            } else if (!cell.isBlank() && violations.size() < MOST_FLAWS_OF_THE_FILE) {
                violations.add(new FileViolation(line, null, null,
                        "This row has more cells than the head has columns; a text with a separator stands in quotes."));
                break;
            }
        }
        if (record.size() < head.size() && violations.size() < MOST_FLAWS_OF_THE_FILE) {
            violations.add(new FileViolation(line, null, null, "This row has %s and the head %s."
                    .formatted(Texts.count(record.size(), "cell"), Texts.count(head.size(), "column"))));
        }
        return new Row(line, null, cells);
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static char separator(String head) {
        char best = ',';
        for (char one : new char[] { ';', '\t' }) {
            best = head.chars().filter(c -> c == one).count() > count(head, best) ? one : best;
        }
        return best;
    }

    private static long count(String head, char wanted) {
        return head.chars().filter(c -> c == wanted).count();
    }
}
