package dev.blackstart.catalogue.patch;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The same changes made to a tree: what a changed text must say. */
final class TreeEdit {

    private TreeEdit() {
    }

    static JsonNode at(JsonNode root, Pointer pointer) {
        JsonNode node = root;
        Pointer walked = new Pointer(List.of());
        for (String step : pointer.steps()) {
            walked = walked.child(step);
            node = node.isArray() ? node.path(walked.index(-1)) : node.path(step);
        }
        return node;
    }

    static JsonNode changed(JsonNode root, Pointer pointer, JsonNode value) {
        if (pointer.isRoot()) {
            return value;
        }
        JsonNode copy = root.deepCopy();
        JsonNode parent = at(copy, pointer.parent());
        if (parent instanceof ArrayNode list) {
            list.set(pointer.index(-1), value);
        } else {
            ((ObjectNode) parent).set(pointer.last(), value);
        }
        return copy;
    }

    static JsonNode added(JsonNode root, Pointer pointer, JsonNode value) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = at(copy, pointer.parent());
        if (parent instanceof ArrayNode list) {
            list.insert(pointer.index(list.size()), value);
        } else {
            ((ObjectNode) parent).set(pointer.last(), value);
        }
        return copy;
    }

    static JsonNode removed(JsonNode root, Pointer pointer) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = at(copy, pointer.parent());
        if (parent instanceof ArrayNode list) {
            list.remove(pointer.index(-1));
        } else {
            ((ObjectNode) parent).remove(pointer.last());
        }
        return copy;
    }

    /** Numbers are compared by value, not by how a program keeps them. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals((left, right) -> left.equals(right)
                || left.isNumber() && right.isNumber() && number(left).compareTo(number(right)) == 0 ? 0 : 1, other);
    }

    private static BigDecimal number(JsonNode node) {
        return node.decimalValue();
    }
}
