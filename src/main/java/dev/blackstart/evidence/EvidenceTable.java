package dev.blackstart.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import dev.blackstart.web.CsvText;
import dev.blackstart.web.Json;

/** A table of a pack: instants in UTC to the microsecond, durations as ISO text, lists with semicolons. */
final class EvidenceTable {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private EvidenceTable(List<String> columns) {
        this.columns = columns;
    }

    static EvidenceTable of(String... columns) {
        return new EvidenceTable(List.of(columns));
    }

    EvidenceTable row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " cells for " + columns);
        }
        rows.add(Arrays.stream(values).map(EvidenceTable::text).collect(Collectors.toList()));
        return this;
    }

    private static String text(Object value) {
        if (value instanceof Instant at) {
            return Json.text(at);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(EvidenceTable::text).collect(Collectors.joining("; "));
        }
        return value == null ? null : value.toString();
    }

    String csv() {
        return CsvText.of(columns, rows.stream());
    }
}
