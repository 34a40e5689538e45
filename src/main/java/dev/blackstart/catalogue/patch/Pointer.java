package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON pointer (RFC 6901).
 *
 * @param steps keys and indexes, unescaped
 */
record Pointer(List<String> steps) {

    /** After the last element of a list. */
    static final String END = "-";

    static Pointer of(String text) {
        if (text == null || !text.isEmpty() && !text.startsWith("/")) {
            throw new PatchRefused(text, "'%s' is not a JSON pointer; a pointer is empty or begins with '/'.".formatted(text));
        }
        List<String> steps = new ArrayList<>();
        String[] parts = text.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            steps.add(parts[i].replace("~1", "/").replace("~0", "~"));
        }
        return new Pointer(List.copyOf(steps));
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    Pointer parent() {
        return new Pointer(steps.subList(0, steps.size() - 1));
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    Pointer child(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Pointer(List.copyOf(longer));
    }

    boolean isInside(Pointer other) {
        return steps.size() > other.steps.size() && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** The last step as an index of a list, or -1. @param size what {@link #END} stands for */
    int index(int size) {
        if (last().equals(END)) {
            return size;
        }
        return last().matches("0|[1-9]\\d{0,8}") ? Integer.parseInt(last()) : -1;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
