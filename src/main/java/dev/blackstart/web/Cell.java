package dev.blackstart.web;

import java.util.regex.Pattern;

/**
 * Cells of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * nobody's words run on the reader's machine. Reading takes the same apostrophe off again, so what was written comes back.
 */
public final class Cell {

    /** The last four are the full-width forms of the first four, which spreadsheets in East Asia read alike. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*",
            Pattern.DOTALL);

    /** A file begins with it: else Excel reads UTF-8 as Latin-1. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Cell() {
    }

    /** As it stands in a file: made text where it looks like a formula, and quoted where it has to be. */
    public static String written(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** What was meant by an unquoted cell. */
    public static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
