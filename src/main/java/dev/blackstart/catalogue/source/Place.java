package dev.blackstart.catalogue.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Where something stands in a text: its line, and the places inside it. Pointers are made when
 * somebody asks, so that a hostile text cannot make us keep thousands of long ones.
 */
final class Place {

    private final Place parent;
    private final String segment;
    private final int line;
    private Map<String, Place> inside = Map.of();

    private Place(Place parent, String segment, int line) {
        this.parent = parent;
        this.segment = segment;
        this.line = line;
    }

    static Place root(int line) {
        return new Place(null, "", line);
    }

    /** The place of a key or an index inside; where it is written twice, the first one. */
    Place add(String name, int itsLine) {
        if (inside.isEmpty()) {
            inside = new HashMap<>();
        }
        return inside.computeIfAbsent(Spot.escape(name), escaped -> new Place(this, escaped, itsLine));
    }

    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Place place = this; place.parent != null; place = place.parent) {
            pointer.insert(0, "/" + place.segment);
        }
        return pointer.toString();
    }

    /** The line of what a pointer leads to, or of the nearest place around it that stands in the text. */
    int line(String pointer) {
        Place place = this;
        for (String one : pointer.split("/")) {
            Place next = one.isEmpty() && place == this ? this : place.inside.get(one);
            if (next == null) {
                break;
            }
            place = next;
        }
        return place.line;
    }
}
