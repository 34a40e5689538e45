package dev.blackstart.catalogue.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Where something stands in a text: its line, and the places inside it. Pointers are made when
 * somebody asks, so that a hostile text cannot make us keep thousands of long ones.
 */
final class Location {

    private final Location parent;
    private final String segment;
    private final int line;
    private Map<String, Location> inside = Map.of();

    private Location(Location parent, String segment, int line) {
        this.parent = parent;
        this.segment = segment;
        this.line = line;
    }

    static Location root(int line) {
        return new Location(null, "", line);
    }

    /** The place of a key or an index inside; where it is written twice, the first one. */
    Location add(String name, int itsLine) {
        if (inside.isEmpty()) {
            inside = new HashMap<>();
        }
        return inside.computeIfAbsent(PlanNode.escape(name), escaped -> new Location(this, escaped, itsLine));
    }

    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Location place = this; place.parent != null; place = place.parent) {
            pointer.insert(0, "/" + place.segment);
        }
        return pointer.toString();
    }

    /** The line of what a pointer leads to, or of the nearest place around it that stands in the text. */
    int line(String pointer) {
        Location place = this;
        for (String one : pointer.split("/")) {
            Location next = one.isEmpty() && place == this ? this : place.inside.get(one);
            if (next == null) {
                break;
            }
            place = next;
        }
        return place.line;
    }
}
