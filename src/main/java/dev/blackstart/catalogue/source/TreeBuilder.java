package dev.blackstart.catalogue.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Builds a tree from parse events, one by one, so that a bomb is refused before it unfolds.
 * Anchors may be used; what they repeat counts towards the limits.
 */
final class TreeBuilder {

    private static final int DEEPEST = 40;
    private static final int MOST_NODES = 30_000;
    private static final int LONGEST_LIST = 5_000;
    private static final int LONGEST_KEY = 1_000;
    private static final LoadSettings YAML_1_2 = LoadSettings.builder().setSchema(new CoreSchema()).build();

    private static final String MERGE = "<<";

    private final List<Violation> problems = new ArrayList<>();
    private final List<Violation> doubts = new ArrayList<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private Iterator<Event> events;
    private Comments comments;
    private Location root = Location.root(1);
    private int nodes;
    private int characters;

    private record Anchored(JsonNode node, int nodes, int characters, int height) {
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Violation why;

        Unreadable(int line, String message) {
            super(message, null, false, false);
            why = new Violation("", line, message);
        }
    }

    SourceTree read(byte[] bytes) {
        JsonNode tree = MissingNode.getInstance();
        try {
            tree = document(decode(bytes));
        } catch (Unreadable unreadable) {
            problems.add(unreadable.why);
        }
        return new SourceTree(tree, root, problems, doubts);
    }

    private static String decode(byte[] bytes) {
        if (bytes.length > SourceTree.MOST_BYTES) {
            throw new Unreadable(1, "The file has %,d bytes; at most %,d are read.".formatted(bytes.length,
                    SourceTree.MOST_BYTES));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Unreadable(line, "This is not UTF-8; save the file in UTF-8.");
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private JsonNode document(String text) {
        try {
            comments = new Comments(text);
            events = new Parse(YAML_1_2).parseString(text).iterator();
            events.next();
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                throw new Unreadable(1, "The file is empty.");
            }
            Event first = events.next();
            root = Location.root(line(first));
            JsonNode tree = node(first, root, 1);
            events.next();
            Event next = events.next();
            if (next.getEventId() == Event.ID.DocumentStart) {
                problems.add(new Violation("", line(next), "A second document begins here; write one plan a file."));
            }
            return tree;
        } catch (MarkedYamlEngineException broken) {
            throw new Unreadable(
                    broken.getProblemMark().or(broken::getContextMark).map(mark -> mark.getLine() + 1).orElse(1),
                    SyntaxMessages.of(broken));
        } catch (ReaderException strange) {
            long line = 1 + text.codePoints().limit(strange.getPosition()).filter(one -> one == '\n').count();
            throw new Unreadable((int) line,
                    "The character U+%04X is not allowed in YAML; take it out.".formatted(strange.getCodePoint()));
        } catch (YamlEngineException broken) {
            throw new Unreadable(1, "This is not YAML: " + broken.getMessage());
        }
    }

    private JsonNode node(Event event, Location place, int depth) {
        int nodesBefore = nodes;
        int charactersBefore = characters;
        count(event, 1, event instanceof ScalarEvent scalar ? scalar.getValue().length() : 0, depth);
        refuseTag(event, place);
        JsonNode node;
        if (event instanceof AliasEvent alias) {
            return repeated(alias, place, depth);
        } else if (event instanceof ScalarEvent scalar) {
            node = scalars(place, scalar).node(scalar);
            if (node.isTextual()) {
                comments.after(scalar).ifPresent(message -> doubts.add(new Violation(place.pointer(), line(scalar), message)));
            }
        } else if (event instanceof MappingStartEvent) {
            node = mapping(place, depth);
        } else {
            node = sequence(place, depth);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, nodes - nodesBefore,
                characters - charactersBefore, height(node))));
        return node;
    }

    private void count(Event event, int moreNodes, int moreCharacters, int depth) {
        nodes += moreNodes;
        characters += moreCharacters;
        if (nodes > MOST_NODES || characters > SourceTree.MOST_BYTES) {
            throw new Unreadable(line(event),
                    "The file unfolds to more than %,d values or %,d characters; no plan needs that."
                            .formatted(MOST_NODES, SourceTree.MOST_BYTES));
        }
        if (depth > DEEPEST) {
            throw new Unreadable(line(event), "This is nested more than %d deep; no plan needs that.".formatted(DEEPEST));
        }
    }

    private JsonNode repeated(AliasEvent alias, Location place, int depth) {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            problem(place, line(alias), "'*%s' repeats something that is not complete above; name an anchor '&%1$s' first."
                    .formatted(alias.getAlias().getValue()));
            return JsonNodeFactory.instance.nullNode();
        }
        count(alias, anchored.nodes, anchored.characters, depth + anchored.height);
        return anchored.node.deepCopy();
    }

    private static int height(JsonNode node) {
        int height = 0;
        for (JsonNode child : node) {
            height = Math.max(height, 1 + height(child));
        }
        return height;
    }

    private ObjectNode mapping(Location place, int depth) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                problem(place, line(event), "A key is a plain word here, no list, object or alias.");
                node(event, place.add("?", line(event)), depth + 1);
                node(events.next(), place.add("?", line(event)), depth + 1);
                continue;
            }
            String name = key.getValue();
            refuseLong(key);
            if (name.equals(MERGE) && key.isPlain()) {
                problem(place, line(key), "Merge keys ('<<') are not supported; write the keys out, or repeat a whole value"
                        + " with an anchor '&name' and '*name'.");
                node(events.next(), place.add(MERGE, line(key)), depth + 1);
                continue;
            }
            Integer first = seen.putIfAbsent(name, line(key));
            Location inside = place.add(name, line(key));
            scalars(inside, key).check(name);
            JsonNode value = node(events.next(), inside, depth + 1);
            if (first == null) {
                mapping.set(name, value);
            } else {
                problem(inside, line(key), "'%s' is written twice in the same object; the first stands on line %d."
                        .formatted(name, first));
            }
        }
        return mapping;
    }

    private ArrayNode sequence(Location place, int depth) {
        ArrayNode sequence = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            if (sequence.size() == LONGEST_LIST) {
                throw new Unreadable(line(event),
                        "A list has more than %,d entries; no plan needs that.".formatted(LONGEST_LIST));
            }
            sequence.add(node(event, place.add(String.valueOf(sequence.size()), line(event)), depth + 1));
        }
        return sequence;
    }

    private void refuseTag(Event event, Location place) {
        Optional<String> tag = event instanceof ScalarEvent scalar ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.ifPresent(name -> problem(place, line(event), "Tags are not used in plans; to make a text of it, use quotes."));
    }

    private static void refuseLong(ScalarEvent key) {
        if (key.getValue().length() > LONGEST_KEY) {
            throw new Unreadable(line(key), "A key has more than %d characters; no plan needs that.".formatted(LONGEST_KEY));
        }
    }

    private Scalars scalars(Location place, ScalarEvent event) {
        return new Scalars(YAML_1_2, message -> problem(place, line(event), message));
    }

    private void problem(Location place, int line, String message) {
        problems.add(new Violation(place.pointer(), line, message));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
