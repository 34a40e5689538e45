package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes values as YAML or JSON the way plans are written: what is short in brackets on one line, the rest in lines. */
public final class ValueWriter {

    private static final int WIDTH = 120;
    private static final int STEP = 2;

    private final boolean json;

    ValueWriter(boolean json) {
        this.json = json;
    }

    /** A whole YAML text, its top level in lines. */
    public static String yaml(JsonNode root) {
        return String.join("\n", new ValueWriter(false).block(root, 0)) + "\n";
    }

    String key(String name, boolean inBrackets) {
        return json ? ScalarWriter.doubleQuoted(name) : ScalarWriter.inline(name, inBrackets);
    }

    String scalar(JsonNode value, boolean inBrackets) {
        if (!value.isTextual()) {
            return value.isNumber() && value.isBigDecimal() ? value.decimalValue().toString() : value.asText();
        }
        return json ? ScalarWriter.doubleQuoted(value.textValue()) : ScalarWriter.inline(value.textValue(), inBrackets);
    }

    /** On one line. */
    String flow(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream().map(this::flowEntry).collect(Collectors.joining(", ", "{", "}"));
        } else if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(this::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value, true);
    }

    private String flowEntry(Map.Entry<String, JsonNode> entry) {
        return flowEntry(entry.getKey(), entry.getValue());
    }

    String flowEntry(String name, JsonNode value) {
        return key(name, true) + ": " + flow(value);
    }

    /** Whether it reads well in brackets on the rest of a line. */
    boolean fits(JsonNode value, int column) {
        return value.isValueNode() || value.isEmpty() || json && column + flow(value).length() <= WIDTH
                || !hasLines(value) && !isListOfCollections(value) && column + flow(value).length() <= WIDTH;
    }

    private static boolean isListOfCollections(JsonNode value) {
        return value.isArray() && StreamSupport.stream(value.spliterator(), false).anyMatch(one -> !one.isEmpty());
    }

    private static boolean hasLines(JsonNode value) {
        return value.isTextual() ? value.textValue().contains("\n")
                : StreamSupport.stream(value.spliterator(), false).anyMatch(ValueWriter::hasLines);
    }

    /** The lines of a collection, without the first indentation. @param indent the column they will begin in */
    List<String> block(JsonNode value, int indent) {
        List<String> lines = new ArrayList<>();
        if (!value.isContainerNode() || value.isEmpty()) {
            lines.add(flow(value));
        } else if (value.isObject()) {
            value.properties().forEach(entry -> lines.addAll(entry(entry.getKey(), entry.getValue(), indent)));
        } else {
            value.forEach(one -> lines.addAll(item(one, indent, false)));
        }
        return lines;
    }

    /** The lines of a key and its value. */
    List<String> entry(String name, JsonNode value, int indent) {
        String start = key(name, false) + ":";
        if (value.isTextual()) {
            return text(start + " ", value.textValue(), indent);
        }
        if (fits(value, indent + start.length() + 1)) {
            return List.of(start + " " + flow(value));
        }
        List<String> lines = new ArrayList<>(List.of(start));
        block(value, indent + STEP).forEach(line -> lines.add(indented(line, STEP)));
        return lines;
    }

    /** The lines of a list's element. @param inLines not in brackets even if it fits */
    List<String> item(JsonNode value, int indent, boolean inLines) {
        if (value.isTextual()) {
            return text("- ", value.textValue(), indent);
        }
        if (value.isValueNode() || value.isEmpty() || !inLines && fits(value, indent + STEP)) {
            return List.of("- " + flow(value));
        }
        List<String> lines = new ArrayList<>();
        for (String line : block(value, indent + STEP)) {
            lines.add(lines.isEmpty() ? "- " + line : indented(line, STEP));
        }
        return lines;
    }

    private static List<String> text(String start, String text, int indent) {
        boolean isLong = indent + start.length() + text.length() > WIDTH;
        boolean folded = isLong && ScalarWriter.canBeFolded(text);
        if (!folded && !(text.contains("\n") && ScalarWriter.canBeLiteral(text))) {
            return List.of(start + ScalarWriter.inline(text, false));
        }
        List<String> lines = new ArrayList<>(List.of(start + (folded ? ">" : "|") + ScalarWriter.chomping(text)));
        (folded ? ScalarWriter.foldedLines(text, indent + STEP) : ScalarWriter.literalLines(text))
                .forEach(line -> lines.add(indented(line, STEP)));
        return lines;
    }

    /** A JSON collection on several lines; all but the first are indented. */
    List<String> jsonLines(JsonNode value, int indent) {
        if (fits(value, indent)) {
            return List.of(flow(value));
        }
        List<String> lines = new ArrayList<>(List.of(value.isObject() ? "{" : "["));
        if (value.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> all = value.properties().iterator(); all.hasNext();) {
                Map.Entry<String, JsonNode> one = all.next();
                inside(lines, key(one.getKey(), true) + ": ", one.getValue(), indent, all.hasNext());
            }
        } else {
            for (Iterator<JsonNode> all = value.iterator(); all.hasNext();) {
                inside(lines, "", all.next(), indent, all.hasNext());
            }
        }
        lines.add(value.isObject() ? "}" : "]");
        return lines;
    }

    private void inside(List<String> lines, String start, JsonNode value, int indent, boolean more) {
        List<String> inner = jsonLines(value, indent + STEP);
        for (int i = 0; i < inner.size(); i++) {
            lines.add(indented((i == 0 ? start : "") + inner.get(i) + (more && i == inner.size() - 1 ? "," : ""), STEP));
        }
    }

    static String indented(String line, int by) {
        return line.isEmpty() ? line : " ".repeat(by) + line;
    }
}
