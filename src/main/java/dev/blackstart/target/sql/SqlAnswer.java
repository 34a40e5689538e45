package dev.blackstart.target.sql;

import java.time.Duration;
import java.util.List;

/**
 * What a statement gave; secrets are masked in its texts.
 *
 * @param value the first column of the first row, as number, boolean or text; null where there is none
 * @param rows as texts, at most {@link Datasources#MOST_ROWS}
 * @param changed how many rows it changed; -1 for a query
 */
public record SqlAnswer(Object value, List<String> columns, List<List<String>> rows, int changed, Duration took) {

    public String summary() {
        if (changed >= 0) {
            return changed == 1 ? "1 row changed" : changed + " rows changed";
        }
        String first = rows.isEmpty() ? "" : ": " + String.join(", ", rows.get(0));
        return (rows.size() == 1 ? "1 row" : rows.size() + " rows") + first;
    }
}
