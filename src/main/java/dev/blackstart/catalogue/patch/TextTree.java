package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.tokens.Token;

import dev.blackstart.catalogue.patch.TextNode.Entry;
import dev.blackstart.catalogue.patch.TextNode.Shape;

/** Builds {@link TextNode}s from the parser's events, and finds dashes, colons and commas by the scanner's tokens. */
final class TextTree {

    private static final LoadSettings YAML_1_2 = LoadSettings.builder().setSchema(new CoreSchema()).build();

    private final String text;
    private final int[] offsets;
    private final Iterator<Event> events;
    /** Column by place. */
    private final TreeMap<Integer, Integer> dashes = new TreeMap<>();
    private final TreeMap<Integer, Integer> colons = new TreeMap<>();
    private final TreeMap<Integer, Integer> commas = new TreeMap<>();

    private TextTree(String text) {
        this.text = text;
        offsets = offsets(text);
        tokens();
        events = new Parse(YAML_1_2).parseString(text).iterator();
    }

    /** @param text one readable document, without a byte order mark */
    static TextNode of(String text) {
        TextTree tree = new TextTree(text);
        Event event = tree.events.next();
        while (!(event instanceof NodeEvent)) {
            event = tree.events.next();
        }
        return tree.node(event);
    }

    /** The parser counts code points. */
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length - 1; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[offsets.length - 1] = text.length();
        return offsets;
    }

    private int place(Optional<Mark> mark) {
        return offsets[Math.min(mark.orElseThrow().getIndex(), offsets.length - 1)];
    }

    private void tokens() {
        ScannerImpl scanner = new ScannerImpl(YAML_1_2, new StreamReader(YAML_1_2, text));
        while (scanner.hasNext()) {
            Token token = scanner.next();
            TreeMap<Integer, Integer> kind = switch (token.getTokenId()) {
                case BlockEntry -> dashes;
                case Value -> colons;
                case FlowEntry -> commas;
                default -> null;
            };
            if (kind != null) {
                kind.put(place(token.getStartMark()), token.getStartMark().orElseThrow().getColumn());
            }
        }
    }

    private TextNode node(Event event) {
        String anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue).orElse(null);
        int from = place(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            return new TextNode(Shape.ALIAS, true, from, place(event.getEndMark()), alias.getAlias().getValue(), null,
                    List.of());
        } else if (event instanceof ScalarEvent scalar) {
            return new TextNode(Shape.SCALAR, true, from, end(scalar, from), anchor, scalar.getScalarStyle(), List.of());
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        return start.getEventId() == Event.ID.MappingStart ? mapping(start, from, anchor) : sequence(start, from, anchor);
    }

    private TextNode mapping(CollectionStartEvent start, int from, String anchor) {
        List<Entry> entries = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            TextNode key = node(event);
            String name = event instanceof ScalarEvent scalar ? scalar.getValue() : null;
            TextNode value = node(events.next());
            Integer colon = colons.ceilingKey(key.to());
            boolean own = colon != null && colon <= value.from();
            entries.add(new Entry(name, key, value, own ? colon : -1, start.isFlow() ? comma(value.to()) : -1));
            event = events.next();
        }
        return collection(Shape.MAPPING, start, from, anchor, entries, event);
    }

    private TextNode sequence(CollectionStartEvent start, int from, String anchor) {
        List<Entry> entries = new ArrayList<>();
        int column = start.getStartMark().orElseThrow().getColumn();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            TextNode value = node(event);
            entries.add(new Entry(null, null, value, start.isFlow() ? -1 : dash(value.from(), column),
                    start.isFlow() ? comma(value.to()) : -1));
            event = events.next();
        }
        return collection(Shape.SEQUENCE, start, from, anchor, entries, event);
    }

    private TextNode collection(Shape shape, CollectionStartEvent start, int from, String anchor, List<Entry> entries,
            Event end) {
        int to = start.isFlow() || entries.isEmpty() ? place(end.getEndMark()) : entries.get(entries.size() - 1).to();
        return new TextNode(shape, start.isFlow(), from, to, anchor, null, List.copyOf(entries));
    }

    /** The dash of an element: the nearest before it in its sequence's column. */
    private int dash(int from, int column) {
        Integer dash = dashes.floorKey(from);
        while (dash != null && dashes.get(dash) != column) {
            dash = dashes.lowerKey(dash);
        }
        return dash == null ? -1 : dash;
    }

    /** The comma directly behind an element: only blanks and comments are between. */
    private int comma(int after) {
        Integer comma = commas.ceilingKey(after);
        return comma != null && text.substring(after, comma).replaceAll("#[^\\n]*", "").isBlank() ? comma : -1;
    }

    /** Of lines, before the break of the last: blank lines behind belong to the text only where it keeps them ('+'). */
    private int end(ScalarEvent scalar, int from) {
        int end = place(scalar.getEndMark());
        if (scalar.getScalarStyle() != ScalarStyle.LITERAL && scalar.getScalarStyle() != ScalarStyle.FOLDED) {
            return end;
        }
        if (keeps(from)) {
            int before = end > from && text.charAt(end - 1) == '\n' ? end - 1 : end;
            return before > from && text.charAt(before - 1) == '\r' ? before - 1 : before;
        }
        int last = end;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        while (last < end && text.charAt(last) != '\n' && text.charAt(last) != '\r') {
            last++;
        }
        return last;
    }

    private boolean keeps(int from) {
        int header = from;
        while (text.charAt(header) != '|' && text.charAt(header) != '>') {
            header++;
        }
        return text.substring(header, Math.min(text.length(), header + 3)).matches("(?s).\\d?\\+.*");
    }
}
