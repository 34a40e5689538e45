package dev.blackstart.catalogue.patch;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.patch.TextNode.Entry;

/** Additions to and removals from what is written in brackets. */
final class FlowEdits {

    private final PatchedText source;
    private final TextNode parent;

    FlowEdits(PatchedText source, TextNode parent) {
        this.source = source;
        this.parent = parent;
    }

    List<Splice> add(int index, String name, JsonNode value) {
        if (source.json && parent.size() > 0 && isAlone(0)) {
            int indent = source.lines.column(parent.entry(0).from());
            return insert(index, (name == null ? "" : source.writer.key(name, true) + ": ")
                    + source.inPlace(source.writer.jsonLines(value, indent), indent));
        }
        return insert(index, name == null ? source.writer.flow(value) : source.writer.flowEntry(name, value));
    }

    List<Splice> insert(int index, String entry) {
        if (parent.size() == 0) {
            int open = parent.from() + 1;
            return source.lines.isBlank(open, parent.to() - 1) ? List.of(new Splice(open, parent.to() - 1, entry))
                    : List.of(Splice.insert(open, entry));
        }
        if (index < parent.size()) {
            int at = parent.entry(index).from();
            return List.of(Splice.insert(at, source.lines.isFirstOnLine(at)
                    ? entry + "," + source.lines.lineBreak + " ".repeat(source.lines.column(at))
                    : entry + ", "));
        }
        return append(entry);
    }

    private List<Splice> append(String entry) {
        Entry last = parent.entry(parent.size() - 1);
        if (!source.lines.isFirstOnLine(last.from())) {
            return List.of(Splice.insert(last.to(), ", " + entry));
        }
        String line = source.newLine(entry, source.lines.column(last.from()));
        if (last.comma() >= 0) {
            return List.of(Splice.insert(endOfLine(last.comma() + 1), line + ","));
        }
        return List.of(Splice.insert(last.to(), ","), Splice.insert(endOfLine(last.to()), line));
    }

    /** The line's end, unless something follows on it. */
    private int endOfLine(int at) {
        return source.lines.isLastOnLine(at) ? source.lines.end(at) : at;
    }

    private boolean isAlone(int index) {
        Entry entry = parent.entry(index);
        return source.lines.isFirstOnLine(entry.from()) && source.lines.isLastOnLine(Math.max(entry.to(), entry.comma() + 1));
    }

    List<Splice> remove(int index) {
        Entry entry = parent.entry(index);
        int open = parent.from() + 1;
        if (parent.size() == 1) {
            int end = Math.max(entry.to(), entry.comma() + 1);
            boolean nothingElse = source.lines.isBlank(open, entry.from()) && source.lines.isBlank(end, parent.to() - 1);
            return List.of(nothingElse ? Splice.delete(open, parent.to() - 1) : Splice.delete(entry.from(), end));
        }
        boolean last = index == parent.size() - 1;
        if (isAlone(index)) {
            Splice lines = source.lines.deleteLines(source.lines.withCommentsAbove(entry.from()),
                    Math.max(entry.to(), entry.comma() + 1));
            int comma = index > 0 ? parent.entry(index - 1).comma() : -1;
            return last && entry.comma() < 0 ? List.of(Splice.delete(comma, comma + 1), lines) : List.of(lines);
        }
        if (index == 0) {
            int next = parent.entry(1).from();
            return List.of(source.lines.isBlank(entry.comma() + 1, next) ? Splice.delete(entry.from(), next)
                    : Splice.delete(entry.from(), entry.comma() + 1));
        }
        Entry before = parent.entry(index - 1);
        if (source.lines.isBlank(before.comma() + 1, entry.from()) && source.lines.isBlank(before.to(), before.comma())) {
            return List.of(Splice.delete(before.to(), entry.to()));
        }
        return last ? List.of(Splice.delete(before.comma(), before.comma() + 1), Splice.delete(entry.from(), entry.to()))
                : List.of(Splice.delete(entry.from(), entry.comma() + 1));
    }

    /** An entry as it is. */
    String raw(int index) {
        return source.text.substring(parent.entry(index).from(), parent.entry(index).to());
    }
}
