package dev.blackstart.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.problem.Problem;

class PickingTest {

    private static final Map<String, String> PEOPLE = Map.of("pia", "Pia Sorensen", "anna-1", "Anna Berg", "anna-2",
            "Anna Berg");

    private static String key(String text) {
        return Picking.key("owner", text, PEOPLE::containsKey, name -> PEOPLE.entrySet().stream()
                .filter(one -> one.getValue().equalsIgnoreCase(name)).map(Map.Entry::getKey).sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({ "pia,pia", "Pia Sorensen (pia),pia", "pia sorensen,pia", "' Pia Sorensen ',pia", "Anna Berg (anna-2),anna-2",
            "nobody,nobody", "Pia (nobody),Pia (nobody)" })
    void key_typedOrPicked_whoIsMeant(String text, String expected) {
        assertThat(key(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void key_nothing_staysNothing(String text) {
        assertThat(key(text)).isEqualTo(text);
    }

    @Test
    void key_nameOfTwo_namesTheirKeys() {
        assertThatThrownBy(() -> key("Anna Berg")).isInstanceOf(Problem.class)
                .hasMessageContainingAll("2 have the name Anna Berg", "anna-1, anna-2");
    }

    @Test
    void line_keyAsName_once() {
        assertThat(List.of(Picking.line("Pia Sorensen", "pia"), Picking.line("pia", "pia")))
                .containsExactly("Pia Sorensen (pia)", "pia");
    }
}
