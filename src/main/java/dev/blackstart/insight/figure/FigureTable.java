package dev.blackstart.insight.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.blackstart.web.CsvText;
import dev.blackstart.web.Json;
import dev.blackstart.web.Texts;

/**
 * A table that a page, a spreadsheet and a script read alike.
 *
 * @param columns key and title
 */
public record FigureTable(List<Column> columns, List<List<Cell>> rows) {

    public static final FigureTable NONE = new FigureTable(List.of(), List.of());

    /** @param key its name in the API @param number whether it is aligned to the right */
    public record Column(String key, String title, boolean number) {
    }

    /**
     * @param text as a page shows it @param value as a script reads it: text, number, boolean, instant, length of time or null
     * @param href its page, or null
     */
    public record Cell(String text, Object value, String href) {

        /** Whether it is shown as a day; a text of its own is shown as it is. */
        public boolean isDay() {
            return text == null && value instanceof Instant;
        }
    }

    /** Columns as {@code key=Title}; a number's key ends in {@code #}. */
    public static Builder columns(String... columns) {
        List<Column> read = new ArrayList<>();
        for (String column : columns) {
            int equals = column.indexOf('=');
            boolean number = column.charAt(equals - 1) == '#';
            read.add(new Column(column.substring(0, number ? equals - 1 : equals), column.substring(equals + 1), number));
        }
        return new Builder(read);
    }

    /** Takes rows of plain values; a cell where one has a page. */
    public static final class Builder {

        private final List<Column> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        public Builder row(Object... values) {
            List<Cell> row = new ArrayList<>();
            for (Object value : values) {
                row.add(value instanceof Cell cell ? cell : cell(value, null));
            }
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
            rows.add(row);
            return this;
        }

        public FigureTable build() {
            return new FigureTable(columns, List.copyOf(rows));
        }
    }

    public static Cell cell(Object value, String href) {
        return new Cell(text(value), value, href);
    }

    /** Shown in other words than its value. */
    public static Cell cell(String text, Object value, String href) {
        return new Cell(text, value, href);
    }

    private static String text(Object value) {
        if (value instanceof Instant) {
            return null; // a page shows it in words of its reader's
        }
        if (value == null) {
            return "–";
        }
        if (value instanceof Duration length) {
            return Texts.brief(length);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString();
    }

    /** For the API: a name for each cell, and as {@code href} the first page that the row leads to. */
    public List<Map<String, Object>> records() {
        return rows.stream().map(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            IntStream.range(0, columns.size()).forEach(i -> values.put(columns.get(i).key(), row.get(i).value()));
            row.stream().map(Cell::href).filter(Objects::nonNull).findFirst().ifPresent(href -> values.put("href", href));
            return values;
        }).toList();
    }

    public String csv() {
        return CsvText.of(columns.stream().map(Column::title).toList(),
                rows.stream().map(row -> row.stream().map(FigureTable::csv).collect(Collectors.toList())));
    }

    private static String csv(Cell cell) {
        if (cell.value() instanceof Instant at) {
            return Json.text(at);
        }
        if (cell.value() instanceof List<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        return cell.value() == null ? null : cell.value().toString();
    }

    /** Whether at least half of its columns are numbers: such a table is compared by column, also on a phone. */
    public boolean isNumeric() {
        return columns.stream().filter(Column::number).count() * 2 >= columns.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The same, with the first so many rows. */
    public FigureTable first(int most) {
        return rows.size() <= most ? this : new FigureTable(columns, rows.subList(0, most));
    }
}
