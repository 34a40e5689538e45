package dev.blackstart.catalogue.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

import dev.blackstart.catalogue.PlanRevision;

/**
 * How a revision of a plan differs from an earlier one.
 *
 * @param since number of the earlier one
 * @param changes part by part
 * @param lines of both files, with what is around them
 */
public record PlanDifference(int since, int revision, List<PlanChange> changes, List<Line> lines) {

    private static final int AROUND = 3;

    /** A line of the difference between two files. @param sign plus, minus, at or nothing */
    public record Line(String sign, String text) {
    }

    public static PlanDifference of(PlanRevision earlier, PlanRevision later) {
        return new PlanDifference(earlier.number, later.number,
                PlanComparison.of(earlier.tree(), PlanNames.of(earlier.document(), earlier.tree()), later.tree(),
                        PlanNames.of(later.document(), later.tree())),
                lines(text(earlier.source), text(later.source)));
    }

    static List<Line> lines(List<String> before, List<String> after) {
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff("before", "after", before, DiffUtils.diff(before, after),
                AROUND);
        List<Line> lines = new ArrayList<>();
        for (String line : unified.subList(Math.min(2, unified.size()), unified.size())) {
            lines.add(line.startsWith("@@") ? new Line("at", line)
                    : line.startsWith("+") ? new Line("plus", line)
                            : line.startsWith("-") ? new Line("minus", line)
                                    : new Line("", line));
        }
        return List.copyOf(lines);
    }

    private static List<String> text(byte[] source) {
        return new String(source, StandardCharsets.UTF_8).lines().toList();
    }
}
