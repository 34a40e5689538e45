package dev.blackstart.catalogue.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** A place in a tree; also one that is not there, so that a broken tree can be walked without asking at each step. */
public record PlanNode(String pointer, JsonNode node) {

    public PlanNode at(String field) {
        return new PlanNode(pointer + "/" + escape(field), node.path(field));
    }

    /** Elements of the list {@code field}; none where it is no list. */
    public List<PlanNode> each(String field) {
        return at(field).elements();
    }

    public List<PlanNode> elements() {
        List<PlanNode> elements = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new PlanNode(pointer + "/" + i, node.get(i)));
        }
        return elements;
    }

    /** Itself where it is a text, its elements where it is a list. */
    public List<PlanNode> oneOrEach() {
        return isText() ? List.of(this) : elements();
    }

    public boolean isThere() {
        return !node.isMissingNode();
    }

    public boolean isText() {
        return node.isTextual();
    }

    /** Its text, or null where it is none. */
    public String text() {
        return node.textValue();
    }

    public String text(String field) {
        return at(field).text();
    }

    /** Texts of {@code field} in each element of the list {@code list}. */
    public Stream<String> texts(String list, String field) {
        return each(list).stream().map(one -> one.text(field)).filter(text -> text != null);
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
