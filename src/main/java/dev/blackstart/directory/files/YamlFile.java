package dev.blackstart.directory.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2: one list of entries, below its name or bare. Read event by event, so that a bomb has nothing to unfold; anchors are
 * not used.
 */
public final class YamlFile {

    private static final int MOST_CHARACTERS = 40_000_000;

    private final String collection;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<FileViolation> violations = new ArrayList<>();
    private Iterator<Event> events;

    YamlFile(String collection, List<String> columns) {
        this.collection = collection;
        this.columns = columns;
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FileViolation why;

        Unreadable(Event at, String message) {
            super(message, null, false, false);
            why = new FileViolation(line(at), null, null, message);
        }
    }

    /** A list below its name; lists stay lists. */
    public static String write(String collection, Collection<? extends Map<String, ?>> entries) {
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(10_000).setSplitLines(false)
                .build()).dumpToString(Map.of(collection, entries.stream().map(YamlFile::ownLists).toList()));
    }

    /** A list that stands in two entries would be written as an anchor and a reference to it. */
    private static Map<String, Object> ownLists(Map<String, ?> entry) {
        Map<String, Object> own = new LinkedHashMap<>();
        entry.forEach((name, value) -> own.put(name, value instanceof List<?> list ? new ArrayList<>(list) : value));
        return own;
    }

    ParsedFile read(String text) {
        try {
            events = new Parse(LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build()).parseString(text).iterator();
            events.next();
            document(events.next());
        } catch (Unreadable unreadable) {
            violations.add(unreadable.why);
        } catch (MarkedYamlEngineException broken) {
            violations.add(new FileViolation(broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), null, null,
                    "From here on this is no YAML: " + broken.getProblem() + "."));
        } catch (YamlEngineException broken) {
            violations.add(new FileViolation(1, null, null, "This is not valid YAML: " + broken.getMessage()));
        }
        return new ParsedFile(rows, violations);
    }

    private void document(Event start) {
        if (start.getEventId() == Event.ID.StreamEnd) {
            throw new Unreadable(start, "The file is empty.");
        }
        Event first = events.next();
        if (first.getEventId() == Event.ID.SequenceStart) {
            list("");
        } else if (first.getEventId() == Event.ID.MappingStart) {
            below();
        } else {
            throw new Unreadable(first, "Write a list of entries below '%s:'.".formatted(collection));
        }
        events.next();
        Event end = events.next();
        if (end.getEventId() == Event.ID.DocumentStart) {
            throw new Unreadable(end, "A second document begins here; write one list a file.");
        }
    }

    private void below() {
        Event name = events.next();
        for (; name.getEventId() != Event.ID.MappingEnd; name = events.next()) {
            if (!(name instanceof ScalarEvent scalar) || !scalar.getValue().equals(collection)) {
                throw new Unreadable(name, "Only '%s' is expected here.".formatted(collection));
            }
            Event value = events.next();
            if (value.getEventId() != Event.ID.SequenceStart) {
                throw new Unreadable(value, "'%s' is a list of entries.".formatted(collection));
            }
            list("/" + collection);
        }
    }

    private void list(String pointer) {
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            if (rows.size() == ParsedFile.MOST_ROWS) {
                violations.add(ParsedFile.tooMany(line(event)));
                throw new Unreadable(event, "What follows was not read.");
            }
            if (event.getEventId() != Event.ID.MappingStart) {
                throw new Unreadable(event, "Each entry is an object with its key.");
            }
            entry(line(event), pointer + "/" + rows.size());
        }
    }

    private void entry(int line, String pointer) {
        Map<String, String> cells = new HashMap<>();
        Row row = new Row(line, pointer, cells);
        for (Event name = events.next(); name.getEventId() != Event.ID.MappingEnd; name = events.next()) {
            String column = name instanceof ScalarEvent scalar ? scalar.getValue() : null;
            if (column == null) {
                throw new Unreadable(name, "A key is a plain word here.");
            }
            String value = value(events.next());
            String mistake = !columns.contains(column)
                    ? "There is no '%s'; there are %s.".formatted(column, String.join(", ", columns))
                    : cells.containsKey(column) ? "'%s' is written twice.".formatted(column) : null;
            if (mistake == null) {
                cells.put(column, value);
            } else {
                violations.add(new FileViolation(line(name), pointer + "/" + column, column, mistake));
            }
        }
        rows.add(row);
    }

    /** A list's elements stand one a line. */
    private String value(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.isPlain() && scalar.getValue().matches("~|null|Null|NULL|") ? "" : scalar.getValue();
        }
        if (event instanceof AliasEvent) {
            throw new Unreadable(event, "Anchors are not used here; write the value itself.");
        }
        if (event.getEventId() != Event.ID.SequenceStart) {
            throw new Unreadable(event, "A value is a text, a number or a list of these.");
        }
        List<String> elements = new ArrayList<>();
        for (Event one = events.next(); one.getEventId() != Event.ID.SequenceEnd; one = events.next()) {
            if (!(one instanceof ScalarEvent scalar)) {
                throw new Unreadable(one, "A list holds texts here.");
            }
            elements.add(scalar.getValue());
        }
        return String.join("\n", elements);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
