package dev.blackstart.catalogue.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.patch.PatchedText.Found;
import dev.blackstart.catalogue.patch.TextNode.Entry;
import dev.blackstart.catalogue.patch.TextNode.Shape;
import dev.blackstart.catalogue.source.SourceTree;

/**
 * The text of a plan, YAML or JSON, in which single values are changed, added, removed and moved. Comments, order, quotes,
 * indentation and line ends of everything else stay as they are. Each result is read again and compared with what was asked
 * before it is returned. Pointers are JSON pointers (RFC 6901); {@code -} is the place after a list's last element (RFC 6902).
 */
public final class PlanText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String start;
    private final PatchedText source;
    private final JsonNode tree;

    private PlanText(String start, String text, JsonNode tree) {
        this.start = start;
        this.source = new PatchedText(text);
        this.tree = tree;
    }

    /** @throws PatchRefused where the text cannot be read as one document */
    public static PlanText of(byte[] bytes) {
        SourceTree tree = SourceTree.read(bytes);
        if (!tree.problems().isEmpty()) {
            throw new PatchRefused("", "The text has mistakes, so it cannot be changed: %s".formatted(tree.problems().get(0)));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return new PlanText(start, text.substring(start.length()), tree.root());
    }

    public static PlanText of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return start + source.text;
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** What the text says. */
    public JsonNode tree() {
        return tree;
    }

    /** Another value in the place of one; of collections, only what differs is written. */
    public PlanText change(String pointer, JsonNode value) {
        Pointer at = Pointer.of(pointer);
        source.find(at);
        return changed(at, value);
    }

    private PlanText changed(Pointer at, JsonNode value) {
        JsonNode old = TreeEdit.at(tree, at);
        if (TreeEdit.isSame(old, value)) {
            return this;
        }
        if (old.isObject() && value.isObject() && !old.isEmpty() && !value.isEmpty()) {
            return changedKeys(at, old, value);
        }
        if (old.isArray() && value.isArray() && !old.isEmpty() && !value.isEmpty()) {
            return changedElements(at, old, value);
        }
        if (at.isRoot()) {
            throw new PatchRefused("", "The whole text cannot be replaced by another value; import the new text.");
        }
        Found found = source.find(at);
        PatchedText.refuseAnchorInside(found.node(), at);
        return tried(at, TreeEdit.changed(tree, at, value), new Replacements(source, found, value).all());
    }

    private PlanText changedKeys(Pointer at, JsonNode old, JsonNode value) {
        PlanText text = this;
        for (var entry : value.properties()) {
            Pointer child = at.child(entry.getKey());
            text = old.has(entry.getKey()) ? text.changed(child, entry.getValue()) : text.added(child, entry.getValue());
        }
        for (var entry : old.properties()) {
            text = value.has(entry.getKey()) ? text : text.removed(at.child(entry.getKey()));
        }
        return text;
    }

    /** What both lists begin and end with stays. */
    private PlanText changedElements(Pointer at, JsonNode old, JsonNode value) {
        int shorter = Math.min(old.size(), value.size());
        int same = 0;
        while (same < shorter && TreeEdit.isSame(old.get(same), value.get(same))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same
                && TreeEdit.isSame(old.get(old.size() - 1 - end), value.get(value.size() - 1 - end))) {
            end++;
        }
        PlanText text = this;
        int both = shorter - end;
        for (int i = same; i < both; i++) {
            text = text.changed(at.child(String.valueOf(i)), value.get(i));
        }
        for (int i = both; i < value.size() - end; i++) {
            text = text.added(at.child(String.valueOf(i)), value.get(i));
        }
        for (int i = old.size() - end - 1; i >= both; i--) {
            text = text.removed(at.child(String.valueOf(i)));
        }
        return text;
    }

    /** A new key at the end of an object, or a new element before the one at an index of a list. */
    public PlanText add(String pointer, JsonNode value) {
        return added(Pointer.of(pointer), value);
    }

    private PlanText added(Pointer at, JsonNode value) {
        TextNode parent = parent(at);
        int index = place(parent, at);
        String name = parent.shape() == Shape.MAPPING ? at.last() : null;
        List<Splice> added = parent.isFlow() ? new FlowEdits(source, parent).add(index, name, value)
                : new BlockEdits(source, parent).add(index, name, value);
        return tried(at, TreeEdit.added(tree, at, value), List.of(added));
    }

    private TextNode parent(Pointer at) {
        if (at.isRoot()) {
            throw new PatchRefused("", "Nothing can be added, moved or removed beside the whole text.");
        }
        TextNode parent = source.find(at.parent()).node();
        if (!parent.isCollection()) {
            throw new PatchRefused(at.toString(), "'%s' is neither an object nor a list.".formatted(at.parent()));
        }
        return parent;
    }

    private static int place(TextNode parent, Pointer at) {
        int index = parent.shape() == Shape.MAPPING ? parent.size() : at.index(parent.size());
        if (index < 0 || index > parent.size()) {
            throw new PatchRefused(at.toString(), "'%s' is no place in a list of %d.".formatted(at.last(), parent.size()));
        }
        if (parent.shape() == Shape.MAPPING && parent.indexOf(at.last()) >= 0) {
            throw new PatchRefused(at.toString(), "'%s' is there already; change it.".formatted(at));
        }
        return index;
    }

    /** Without a value; the comments directly above it and behind it on its line go with it. */
    public PlanText remove(String pointer) {
        return removed(Pointer.of(pointer));
    }

    private PlanText removed(Pointer at) {
        parent(at);
        Found found = source.find(at);
        PatchedText.refuseAnchorInside(found.node(), at);
        TextNode parent = found.parent();
        JsonNode wanted = TreeEdit.removed(tree, at);
        if (!parent.isFlow() && parent.size() == 1) {
            JsonNode empty = TreeEdit.at(wanted, at.parent());
            return tried(at, wanted, new Replacements(source, source.find(at.parent()), empty).all());
        }
        return tried(at, wanted, List.of(parent.isFlow() ? new FlowEdits(source, parent).remove(found.index())
                : new BlockEdits(source, parent).remove(found.index())));
    }

    /**
     * A value in another place, written as it was, with its comments. Another key of the same object renames it where it is.
     *
     * @param to place after the value was taken out
     */
    public PlanText move(String from, String to) {
        Pointer source = Pointer.of(from);
        Pointer target = Pointer.of(to);
        if (target.isInside(source)) {
            throw new PatchRefused(to, "'%s' cannot be moved into itself.".formatted(from));
        }
        return moved(source, target);
    }

    private PlanText moved(Pointer from, Pointer to) {
        TextNode parent = parent(from);
        Found found = source.find(from);
        if (from.toString().equals(to.toString())) {
            return this;
        }
        JsonNode value = TreeEdit.at(tree, from);
        if (parent.shape() == Shape.MAPPING && !to.isRoot() && from.parent().equals(to.parent())) {
            place(parent, to);
            Entry entry = found.entry();
            return tried(from, TreeEdit.added(TreeEdit.removed(tree, from), to, value), List.of(List.of(new Splice(
                    entry.key().from(), entry.key().to(), source.writer.key(to.last(), parent.isFlow())))));
        }
        PlanText without = removed(from);
        TextNode target = without.parent(to);
        int index = place(target, to);
        boolean sameKind = target.shape() == parent.shape() && target.isFlow() == parent.isFlow()
                && (parent.shape() == Shape.SEQUENCE || from.last().equals(to.last()));
        List<List<Splice>> ways = new ArrayList<>();
        if (sameKind && !parent.isFlow()) {
            List<String> lines = new BlockEdits(source, parent).raw(found.index());
            if (lines != null) {
                ways.add(new BlockEdits(without.source, target).insert(index, lines));
            }
        } else if (sameKind) {
            ways.add(new FlowEdits(without.source, target).insert(index, new FlowEdits(source, parent).raw(found.index())));
        }
        JsonNode wanted = TreeEdit.added(without.tree, to, value);
        ways.add(target.isFlow() ? new FlowEdits(without.source, target).add(index, name(target, to), value)
                : new BlockEdits(without.source, target).add(index, name(target, to), value));
        return without.tried(to, wanted, ways);
    }

    private static String name(TextNode parent, Pointer at) {
        return parent.shape() == Shape.MAPPING ? at.last() : null;
    }

    /** The first way whose text says what was asked. */
    private PlanText tried(Pointer at, JsonNode wanted, List<List<Splice>> ways) {
        for (List<Splice> way : ways) {
            String changed = Splice.apply(source.text, way);
            SourceTree read = SourceTree.read(changed.getBytes(StandardCharsets.UTF_8));
            if (read.problems().isEmpty() && TreeEdit.isSame(read.root(), wanted)
                    && (!source.json || PatchedText.isJson(changed))) {
                return new PlanText(start, changed, read.root());
            }
        }
        throw new PatchRefused(at.toString(),
                "The text at '%s' is written in a way that cannot be changed here; edit it by hand.".formatted(at));
    }
}
