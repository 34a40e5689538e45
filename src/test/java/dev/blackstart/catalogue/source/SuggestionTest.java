package dev.blackstart.catalogue.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({ "onwer, owner", "Owner, owner", "safety, safety-officer", "rostr, roster", "timelin, timeline", "xyz,",
            "o,", "'  ',", "objective, objectives" })
    void nearest_fewMistakesAway(String word, String meant) {
        assertThat(Suggestion.nearest(word, List.of("owner", "roster", "safety-officer", "timeline", "objectives")))
                .isEqualTo(meant);
    }

    @Test
    void distance_swapOfNeighbours_one() {
        assertThat(Suggestion.distance("storage", "stroage")).isEqualTo(1);
        assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void sentence_nothingNear_tellsAShortListOnly() {
        assertThat(Suggestion.sentence("zzz", List.of("web", "storage"))).isEqualTo(" There is web, storage.");
        assertThat(Suggestion.sentence("zzz",
                List.of("a1", "b1", "c1", "d1", "e1", "f1", "g1", "h1", "i1", "j1", "k1", "l1", "m1")))
                .isEmpty();
        assertThat(Suggestion.sentence("zzz", List.of())).isEmpty();
        assertThat(Suggestion.nearest("x".repeat(100_000), List.of("x".repeat(100_000)))).isNull();
    }
}
