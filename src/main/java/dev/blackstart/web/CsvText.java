package dev.blackstart.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values with a head, which a spreadsheet opens without harm. */
public final class CsvText {

    private CsvText() {
    }

    /** @param rows cells in the order of the columns; null for an empty cell */
    public static String of(List<String> columns, Stream<List<String>> rows) {
        return Cell.BYTE_ORDER_MARK
                + Stream.concat(Stream.of(columns), rows).map(CsvText::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> Cell.written(cell == null ? "" : cell)).collect(Collectors.joining(",", "", "\r\n"));
    }
}
