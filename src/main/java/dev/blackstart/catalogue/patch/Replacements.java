package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.List;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.patch.PatchedText.Found;
import dev.blackstart.catalogue.patch.TextNode.Shape;

/** Ways to write another value in the place of one, the way closest to the text first. */
final class Replacements {

    private static final int STEP = 2;

    private final PatchedText source;
    private final Found place;
    private final TextNode node;
    private final JsonNode value;
    private final boolean inBrackets;

    Replacements(PatchedText source, Found place, JsonNode value) {
        this.source = source;
        this.place = place;
        this.node = place.node();
        this.value = value;
        inBrackets = place.parent() == null ? source.json : place.parent().isFlow();
    }

    List<List<Splice>> all() {
        List<List<Splice>> ways = new ArrayList<>();
        if (node.isBlockScalar()) {
            inBlockScalar(ways);
        } else if (node.isBlockCollection()) {
            if (value.isContainerNode() && !value.isEmpty() && !source.writer.fits(value, source.lines.column(node.from()))) {
                ways.add(List.of(new Splice(node.from(), node.to(),
                        source.inPlace(source.writer.block(value, column()), column()))));
            }
            insteadOfLines(ways);
        } else {
            inLine(ways);
        }
        return ways;
    }

    private int column() {
        return source.lines.column(node.from());
    }

    /** In the place of a scalar, or of something in brackets. */
    private void inLine(List<List<Splice>> ways) {
        if (value.isTextual() && node.shape() == Shape.SCALAR) {
            texts().forEach(text -> ways.add(List.of(here(text))));
            if (!inBrackets && value.textValue().contains("\n")) {
                ways.addAll(0, belowTheLine(value.textValue()));
            }
        } else if (value.isContainerNode() && !source.writer.fits(value, column())) {
            if (source.json || inBrackets) {
                int indent = source.json ? lineIndent() : column();
                ways.add(List.of(here(source.inPlace(source.json ? source.writer.jsonLines(value, indent)
                        : List.of(source.writer.flow(value)), indent))));
            } else if (place.parent() != null && source.lines.isLastOnLine(node.to())) {
                ways.add(linesOfCollection());
            }
        }
        ways.add(List.of(here(flow())));
    }

    private int lineIndent() {
        int start = source.lines.start(node.from());
        int at = start;
        while (at < source.text.length() && source.text.charAt(at) == ' ') {
            at++;
        }
        return at - start;
    }

    private List<String> texts() {
        String text = value.textValue();
        List<String> texts = new ArrayList<>();
        if (!source.json && node.style() == ScalarStyle.PLAIN && ScalarWriter.canBePlain(text, inBrackets)) {
            texts.add(text);
        } else if (!source.json && node.style() == ScalarStyle.SINGLE_QUOTED && ScalarWriter.canBeSingleQuoted(text)) {
            texts.add(ScalarWriter.singleQuoted(text));
        }
        texts.add(ScalarWriter.doubleQuoted(text));
        return texts;
    }

    private String flow() {
        return value.isTextual() ? source.writer.scalar(value, inBrackets) : source.writer.flow(value);
    }

    /** What was left out has no place of its own: a space or a colon comes first. */
    private Splice here(String text) {
        String before = "";
        if (node.from() == node.to() && place.parent() != null) {
            boolean noColon = place.entry().key() != null && place.entry().mark() < 0;
            before = noColon ? ": " : node.from() > 0 && source.text.charAt(node.from() - 1) != ' ' ? " " : "";
        }
        return new Splice(node.from(), node.to(), before + text);
    }

    private List<List<Splice>> belowTheLine(String text) {
        if (source.json || place.parent() == null || !ScalarWriter.canBeLiteral(text)
                || !source.lines.isLastOnLine(node.to())) {
            return List.of();
        }
        return List.of(List.of(here("|" + ScalarWriter.chomping(text)), Splice.insert(source.lines.end(node.to()),
                source.below(ScalarWriter.literalLines(text), parentColumn() + STEP))));
    }

    private int parentColumn() {
        return source.lines.column(place.entry().from());
    }

    private List<Splice> linesOfCollection() {
        int indent = parentColumn() + STEP;
        List<String> lines = source.writer.block(value, indent);
        if (place.parent().shape() == Shape.SEQUENCE) {
            return List.of(here(source.inPlace(lines, indent)));
        }
        return List.of(Splice.delete(spacesBefore(node.from()), node.to()),
                Splice.insert(source.lines.end(node.to()), source.below(lines, indent)));
    }

    private int spacesBefore(int from) {
        int at = from;
        while (at > 0 && source.text.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    private void inBlockScalar(List<List<Splice>> ways) {
        int headerEnd = source.lines.end(node.from());
        int sign = node.from();
        int after = sign + 1;
        while (after < headerEnd && "+-0123456789".indexOf(source.text.charAt(after)) >= 0) {
            after++;
        }
        int bodyEnd = Math.max(headerEnd, node.to());
        if (value.isTextual()) {
            String text = value.textValue();
            int indent = bodyIndent(headerEnd);
            if (node.style() == ScalarStyle.FOLDED && ScalarWriter.canBeFolded(text)) {
                ways.add(List.of(new Splice(sign, after, ">" + ScalarWriter.chomping(text)),
                        new Splice(headerEnd, bodyEnd, source.below(ScalarWriter.foldedLines(text, indent), indent))));
            }
            if (ScalarWriter.canBeLiteral(text)) {
                ways.add(List.of(new Splice(sign, after, "|" + ScalarWriter.chomping(text)),
                        new Splice(headerEnd, bodyEnd, source.below(ScalarWriter.literalLines(text), indent))));
            }
        }
        if (value.isContainerNode() && !source.writer.fits(value, column()) && place.parent() != null) {
            int indent = parentColumn() + STEP;
            boolean inList = place.parent().shape() == Shape.SEQUENCE;
            List<String> lines = source.writer.block(value, indent);
            ways.add(inList ? List.of(new Splice(sign, bodyEnd, source.inPlace(lines, indent)))
                    : List.of(Splice.delete(spacesBefore(sign), after),
                            new Splice(headerEnd, bodyEnd, source.below(lines, indent))));
        }
        ways.add(List.of(new Splice(sign, after, flow()), Splice.delete(headerEnd, bodyEnd)));
    }

    private int bodyIndent(int headerEnd) {
        int line = source.lines.next(headerEnd);
        while (line < node.to() && source.lines.isBlank(line, source.lines.end(line))) {
            line = source.lines.next(line);
        }
        int at = line;
        while (at < source.text.length() && source.text.charAt(at) == ' ') {
            at++;
        }
        return at > line ? at - line : parentColumn() + STEP;
    }

    /** Something short in the place of several lines; comments above them stay. */
    private void insteadOfLines(List<List<Splice>> ways) {
        if (place.parent() == null || source.lines.isSameLine(place.entry().mark(), node.from())) {
            ways.add(List.of(new Splice(node.from(), node.to(), flow())));
            return;
        }
        int before = source.lines.end(source.lines.start(node.from()) - 1);
        ways.add(List.of(Splice.insert(place.entry().mark() + 1, " " + flow()),
                Splice.delete(previousEnd(before), node.to())));
    }

    private int previousEnd(int newline) {
        return newline > 0 && source.text.charAt(newline - 1) == '\r' && source.text.charAt(newline) == '\n' ? newline - 1
                : newline;
    }
}
