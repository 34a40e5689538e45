package dev.blackstart.journal;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;

/** Where in an event's data the keys of people and the texts that people wrote are. */
final class EventShape {

    private static final String EACH = "*";
    private static final Map<Class<?>, EventShape> KNOWN = new ConcurrentHashMap<>();

    private final List<List<String>> people = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();

    private EventShape(Class<?> event) {
        collect(event, List.of());
    }

    static EventShape of(Class<?> event) {
        return KNOWN.computeIfAbsent(event, EventShape::new);
    }

    private void collect(Class<?> type, List<String> path) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty renamed = annotation(component, JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            List<String> here = annotation(component, JsonUnwrapped.class) != null ? path : longer(path, name);
            Type element = element(component.getGenericType());
            List<String> each = element == null ? here : longer(here, EACH);
            if (component.isAnnotationPresent(Personal.class)) {
                people.add(each);
            } else if (component.isAnnotationPresent(FreeText.class)) {
                texts.add(each);
            } else if ((element == null ? component.getType() : element) instanceof Class<?> inner) {
                collect(inner, each);
            }
        }
    }

    /** Jackson's annotations belong to the accessor. */
    private static <A extends Annotation> A annotation(RecordComponent component, Class<A> kind) {
        return component.getAccessor().getAnnotation(kind);
    }

    /** Null for what is no list. */
    private static Type element(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class ? list.getActualTypeArguments()[0]
                : null;
    }

    private static List<String> longer(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    /** Keys of people in the data, by JSON pointer. */
    Map<String, JsonNode> people(JsonNode data) {
        Map<String, JsonNode> found = new TreeMap<>();
        people.forEach(path -> find(data, path, "", found::put));
        return found;
    }

    /** Texts in the data, by JSON pointer. */
    Map<String, JsonNode> texts(JsonNode data) {
        Map<String, JsonNode> found = new TreeMap<>();
        texts.forEach(path -> find(data, path, "", found::put));
        return found;
    }

    private static void find(JsonNode node, List<String> path, String pointer, BiConsumer<String, JsonNode> found) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (path.isEmpty()) {
            found.accept(pointer, node);
            return;
        }
        List<String> rest = path.subList(1, path.size());
        if (!path.get(0).equals(EACH)) {
            find(node.path(path.get(0)), rest, pointer + "/" + path.get(0), found);
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            find(node.get(i), rest, pointer + "/" + i, found);
        }
    }
}
