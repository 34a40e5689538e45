package dev.blackstart.catalogue.patch;

import java.util.List;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.patch.TextNode.Entry;

/** A text with everything that is needed to place changes in it. */
final class PatchedText {

    private static final ObjectMapper STRICT = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    final String text;
    final TextNode root;
    final TextLines lines;
    final boolean json;
    final ValueWriter writer;

    PatchedText(String text) {
        this.text = text;
        root = TextTree.of(text);
        lines = new TextLines(text);
        json = isJson(text);
        writer = new ValueWriter(json);
    }

    static boolean isJson(String text) {
        try {
            String start = text.stripLeading();
            return (start.startsWith("{") || start.startsWith("[")) && STRICT.readTree(text).isContainerNode();
        } catch (JacksonException yaml) {
            return false;
        }
    }

    /** A value and the collection it is in. @param parent null of the root */
    record Found(TextNode parent, int index, TextNode node) {

        Entry entry() {
            return parent.entry(index);
        }
    }

    /** @throws PatchRefused where nothing is there, or where it is written once and used in several places */
    Found find(Pointer pointer) {
        Found found = new Found(null, -1, root);
        Pointer at = new Pointer(List.of());
        refuseAnchor(found.node, at);
        for (String step : pointer.steps()) {
            at = at.child(step);
            TextNode node = found.node;
            int index = node.shape() == TextNode.Shape.SEQUENCE ? at.index(-1) : node.indexOf(step);
            if (index < 0 || index >= node.size()) {
                throw new PatchRefused(pointer.toString(), "There is nothing at '%s'.".formatted(at));
            }
            found = new Found(node, index, node.entry(index).value());
            refuseAnchor(found.node, at);
        }
        return found;
    }

    private static void refuseAnchor(TextNode node, Pointer at) {
        if (node.shape() == TextNode.Shape.ALIAS) {
            throw new PatchRefused(at.toString(),
                    "'%s' repeats the anchor '&%s'. Write the value out there, then change it.".formatted(at, node.anchor()));
        }
        if (node.anchor() != null) {
            throw new PatchRefused(at.toString(),
                    "'%s' has the anchor '&%s', so a change would reach every place that repeats it. Edit the text by hand."
                            .formatted(at, node.anchor()));
        }
    }

    /** @throws PatchRefused where an anchor inside would go with the value */
    static void refuseAnchorInside(TextNode node, Pointer at) {
        String anchor = node.anyAnchor();
        if (anchor != null) {
            throw new PatchRefused(at.toString(), "'%s' contains the anchor or alias '%s'. Edit the text by hand."
                    .formatted(at, anchor));
        }
    }

    String newLine(String line, int indent) {
        return lines.lineBreak + ValueWriter.indented(line, indent);
    }

    /** Lines below one that ends. */
    String below(List<String> all, int indent) {
        StringBuilder out = new StringBuilder();
        all.forEach(line -> out.append(newLine(line, indent)));
        return out.toString();
    }

    /** Lines of which the first goes on where we are. */
    String inPlace(List<String> all, int indent) {
        return all.get(0) + below(all.subList(1, all.size()), indent);
    }
}
