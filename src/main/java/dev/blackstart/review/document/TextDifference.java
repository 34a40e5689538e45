package dev.blackstart.review.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What changed in one section or field between two revisions.
 *
 * @param title its heading
 * @param lines of both, with some around what differs
 */
public record TextDifference(String key, String title, List<Line> lines) {

    private static final int AROUND = 2;

    /** @param sign plus, minus, at for lines that are left out, or empty */
    public record Line(String sign, String text) {
    }

    /** Sections first, then fields; only those that differ. */
    static List<TextDifference> between(ReportContent before, ReportContent now) {
        TreeMap<String, String> old = new TreeMap<>(before.sections());
        TreeMap<String, String> fresh = new TreeMap<>(now.sections());
        Stream<TextDifference> sections = Stream.concat(old.keySet().stream(), fresh.keySet().stream()).distinct().sorted()
                .filter(key -> !old.getOrDefault(key, "").equals(fresh.getOrDefault(key, "")))
                .map(key -> of(key, ReportSection.title(key), old.getOrDefault(key, ""), fresh.getOrDefault(key, "")));
        Stream<TextDifference> fields = Stream.of(ReportField.values())
                .filter(field -> !words(before, field).equals(words(now, field)))
                .map(field -> of(field.key(), field.label(), words(before, field), words(now, field)));
        return Stream.concat(sections, fields).toList();
    }

    private static String words(ReportContent content, ReportField field) {
        FieldValue value = content.fields().get(field.key());
        return value == null ? "" : value.words();
    }

    static TextDifference of(String key, String title, String before, String now) {
        List<String> old = before.lines().toList();
        List<Line> lines = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now.lines().toList()).getDeltas()) {
            int at = delta.getSource().getPosition();
            around(lines, old, done, at);
            delta.getSource().getLines().forEach(line -> lines.add(new Line("minus", "- " + line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line("plus", "+ " + line)));
            done = at + delta.getSource().size();
        }
        for (String line : old.subList(done, Math.min(old.size(), done + AROUND))) {
            lines.add(new Line("", "  " + line));
        }
        return new TextDifference(key, title, List.copyOf(lines));
    }

    /** Unchanged lines before the next difference; of many only those beside the differences. */
    private static void around(List<Line> lines, List<String> old, int done, int at) {
        int behind = lines.isEmpty() ? done : Math.min(at, done + AROUND);
        int before = Math.max(behind, at - AROUND);
        old.subList(done, behind).forEach(line -> lines.add(new Line("", "  " + line)));
        if (before > behind) {
            lines.add(new Line("at", "…"));
        }
        old.subList(before, at).forEach(line -> lines.add(new Line("", "  " + line)));
    }
}
