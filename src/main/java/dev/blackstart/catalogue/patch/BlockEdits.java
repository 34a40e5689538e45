package dev.blackstart.catalogue.patch;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.patch.TextNode.Entry;
import dev.blackstart.catalogue.patch.TextNode.Shape;

/** Additions to and removals from what is written in lines. */
final class BlockEdits {

    private final PatchedText source;
    private final TextNode parent;

    BlockEdits(PatchedText source, TextNode parent) {
        this.source = source;
        this.parent = parent;
    }

    private int column() {
        return source.lines.column(parent.from());
    }

    /** @param name of a mapping's new entry; null in a list */
    List<Splice> add(int index, String name, JsonNode value) {
        List<String> lines = name != null ? source.writer.entry(name, value, column())
                : source.writer.item(value, column(),
                        parent.entries().stream().allMatch(one -> one.value().isBlockCollection()));
        return insert(index, lines);
    }

    /** @param lines without the collection's indentation */
    List<Splice> insert(int index, List<String> lines) {
        if (index > 0) {
            return List.of(Splice.insert(source.lines.end(parent.entry(index - 1).to()), source.below(lines, column())));
        }
        int first = parent.entry(0).from();
        if (source.lines.isFirstOnLine(first)) {
            return List.of(Splice.insert(aboveFirst(), String.join("", lines.stream()
                    .map(line -> ValueWriter.indented(line, column()) + source.lines.lineBreak).toList())));
        }
        return List.of(Splice.insert(first,
                source.inPlace(lines, column()) + source.lines.lineBreak + " ".repeat(column())));
    }

    /** A comment that begins the text is about the text, not about its first entry. */
    private int aboveFirst() {
        int first = parent.entry(0).from();
        return parent == source.root ? source.lines.start(first) : source.lines.withCommentsAbove(first);
    }

    private int above(int index) {
        return index == 0 ? aboveFirst() : source.lines.withCommentsAbove(parent.entry(index).from());
    }

    /** Of a collection that has others. */
    List<Splice> remove(int index) {
        Entry entry = parent.entry(index);
        if (source.lines.isFirstOnLine(entry.from())) {
            return List.of(source.lines.deleteLines(above(index), entry.to()));
        }
        int next = parent.entry(index + 1).from();
        int end = source.lines.end(entry.to());
        return List.of(source.lines.isBlank(end, next) ? Splice.delete(entry.from(), next)
                : Splice.delete(entry.from(), end));
    }

    /**
     * An entry's lines as they are, with the comments above them and without their indentation; null where it shares a line.
     */
    List<String> raw(int index) {
        Entry entry = parent.entry(index);
        if (!source.lines.isFirstOnLine(entry.from())) {
            return null;
        }
        String chunk = source.text.substring(above(index), source.lines.end(entry.to()));
        return chunk.lines().map(line -> unindented(line, column())).toList();
    }

    private static String unindented(String line, int by) {
        int spaces = 0;
        while (spaces < by && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }

    boolean isList() {
        return parent.shape() == Shape.SEQUENCE;
    }
}
