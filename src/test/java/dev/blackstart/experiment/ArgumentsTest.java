package dev.blackstart.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class ArgumentsTest {

    private static List<String> of(String json) throws JsonProcessingException {
        return Arguments.of(new ObjectMapper().readTree(json));
    }

    @Test
    void text_splitAsAShellWould_nothingExpanded() {
        assertThat(Arguments.split("a  'b c' \"d 'e' \\\" $HOME\" f\\ g '' h\"i\"j \\\\")).containsExactly("a", "b c",
                "d 'e' \" $HOME", "f g", "", "hij", "\\");
        assertThat(Arguments.split("   ")).isEmpty();
        assertThat(Arguments.split("a 'b c")).containsExactly("a", "b c");
        assertThat(Arguments.split("rm -rf / ; echo $(id)")).containsExactly("rm", "-rf", "/", ";", "echo", "$(id)");
    }

    @Test
    void listAndObject_emptyOnesLeftOut() throws JsonProcessingException {
        assertThat(of("[\"a b\", 1, \"\", null, true]")).containsExactly("a b", "1", "True");
        assertThat(of("{\"--count\": 3, \"--force\": \"\", \"--name\": \"x y\"}")).containsExactly("--count", "3", "--force",
                "--name", "x y");
        assertThat(of("{}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '§', value = { "a b^§§", "a | b && c^|&", "'a | b'^§§", "\"a | $b\"^$",
            "a ${name} b^§§",
            "a\\;b^§§", "$(id) `id`^$()`", "*.txt > out^*>" })
    void shellCharacters_thoseThatWouldAct(String text, String found) {
        assertThat(Arguments.shellCharacters(text)).isEqualTo(found);
    }
}
