package dev.blackstart.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of columns, printed aligned. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
        return this;
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? "%.1f".formatted(number) : String.valueOf(cell);
    }

    void print() {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(1);
                line.append(("%" + (column == 0 ? "-" : "") + width + "s  ").formatted(row.get(column)));
            }
            System.out.println(line.toString().stripTrailing());
        }
    }
}
