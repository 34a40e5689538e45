package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({ "Jürgen Groß,jurgen gross", "GROẞ,gross", "Søren Kjær,soren kjaer", "Łukasz Żak,lukasz zak",
            "Đorđe,dorde", "İstanbul,istanbul", "Ångström,angstrom", "ﬁne,fine", "Zoë\u200b,zoe", "東京,東京" })
    void of_text_withoutAccentsAndCapitals(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
        assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
        assertThat(Folded.of(folded)).as("again").isEqualTo(folded);
    }

    @Test
    void pattern_ofWordsWithWildcards_escaped() {
        assertThat(Folded.containing("50%_Ä!")).isEqualTo("%50!%!_a!!%");
        assertThat(Folded.having("Ä")).isEqualTo("%\na\n%");
        assertThat(Folded.lines("jo", "Jürgen", null)).isEqualTo("\njo\njurgen\n");
    }
}
