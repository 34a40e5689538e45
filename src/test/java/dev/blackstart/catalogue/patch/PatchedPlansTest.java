package dev.blackstart.catalogue.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** Each value of the plans that come with the product, in their own bytes and in others', changed, removed and moved. */
class PatchedPlansTest {

    private static final List<JsonNode> VALUES = List.of(TextNode.valueOf("plain"), TextNode.valueOf("a: b # c, [d] {e}"),
            TextNode.valueOf("two\nlines\n"), TextNode.valueOf("ends with blanks  \nand so on"), TextNode.valueOf(""),
            TextNode.valueOf("word ".repeat(60).strip()), IntNode.valueOf(7), JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.arrayNode().add("a").add(JsonNodeFactory.instance.objectNode().put("b", "c, d")),
            JsonNodeFactory.instance.objectNode().put("long", "x ".repeat(100).strip()).put("text", "two\nlines"));

    /** Of all values, this many are tried with each kind of change. */
    private static final int TRIED = 20;

    static List<PlanText> plans() throws IOException {
        List<PlanText> plans = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("exercises"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                String text = Files.readString(file);
                plans.add(PlanText.of(text));
                plans.add(PlanText.of(text.replace("\n", "\r\n")));
                plans.add(PlanText.of(PlanText.of(text).tree().toPrettyString()));
                plans.add(PlanText.of(ValueWriter.yaml(PlanText.of(text).tree())));
            }
        }
        return plans;
    }

    private static List<String> pointers(JsonNode node, String pointer) {
        List<String> all = new ArrayList<>(List.of(pointer));
        if (node.isObject()) {
            node.properties().forEach(one -> all.addAll(pointers(one.getValue(), pointer + "/" + one.getKey())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(pointers(node.get(i), pointer + "/" + i));
        }
        return all;
    }

    private static List<String> some(PlanText plan, Random random) {
        List<String> all = pointers(plan.tree(), "");
        all.remove("");
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(TRIED, all.size()));
    }

    /** What is the same at both ends of two texts; together less than the first by what was changed. */
    private static int same(String one, String other) {
        int from = 0;
        while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int to = 0;
        while (to < Math.min(one.length(), other.length()) - from
                && one.charAt(one.length() - 1 - to) == other.charAt(other.length() - 1 - to)) {
            to++;
        }
        return from + to;
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.strip().startsWith("#")).toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void change_anyValueToAnyOther_saysItAndKeepsEveryComment(PlanText plan) {
        Random random = new Random(1);
        for (String pointer : some(plan, random)) {
            JsonNode value = VALUES.get(random.nextInt(VALUES.size()));
            PlanText changed = plan.change(pointer, value);
            assertThat(changed.tree().at(pointer)).as(pointer).isEqualTo(value);
            if (plan.tree().at(pointer).isValueNode()) {
                assertThat(comments(changed.text())).as(pointer).isEqualTo(comments(plan.text()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void change_textThereAndBack_sameBytes(PlanText plan) {
        for (String pointer : some(plan, new Random(2))) {
            JsonNode old = plan.tree().at(pointer);
            if (old.isTextual() && ScalarWriter.canBePlain(old.textValue(), true) && old.textValue().length() < 60) {
                assertThat(plan.change(pointer, TextNode.valueOf("other")).change(pointer, old).text()).as(pointer)
                        .isEqualTo(plan.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void change_text_nothingElseMoves(PlanText plan) {
        for (String pointer : some(plan, new Random(3))) {
            JsonNode old = plan.tree().at(pointer);
            if (old.isValueNode() && old.asText().length() < 60) {
                String changed = plan.change(pointer, TextNode.valueOf("x")).text();
                assertThat(same(plan.text(), changed)).as(pointer)
                        .isGreaterThanOrEqualTo(plan.text().length() - old.asText().length() - 6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void remove_anything_restStaysInItsLines(PlanText plan) {
        for (String pointer : some(plan, new Random(4))) {
            String changed = plan.remove(pointer).text();
            assertThat(same(plan.text(), changed)).as(pointer).isGreaterThanOrEqualTo(changed.length() - 6);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void add_thenRemove_sameBytes(PlanText plan) {
        Random random = new Random(5);
        for (String pointer : some(plan, random)) {
            JsonNode node = plan.tree().at(pointer);
            if (node.isContainerNode() && !node.isEmpty()) {
                String at = pointer + "/" + (node.isObject() ? "added" : random.nextInt(node.size() + 1));
                PlanText added = plan.add(at, VALUES.get(random.nextInt(VALUES.size())));
                assertThat(added.remove(at).text()).as(at).isEqualTo(plan.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void move_elementsThereAndBack_sameLines(PlanText plan) {
        Random random = new Random(6);
        for (String pointer : some(plan, random)) {
            JsonNode node = plan.tree().at(pointer);
            if (node.isArray() && node.size() > 1) {
                int last = node.size() - 1;
                PlanText moved = plan.move(pointer + "/0", pointer + "/" + last);
                assertThat(moved.tree().at(pointer).get(last)).isEqualTo(node.get(0));
                PlanText back = moved.move(pointer + "/" + last, pointer + "/0");
                assertThat(back.tree()).isEqualTo(plan.tree());
                assertThat(back.text().lines().sorted().toList()).as(pointer)
                        .isEqualTo(plan.text().lines().sorted().toList());
            }
        }
    }
}
