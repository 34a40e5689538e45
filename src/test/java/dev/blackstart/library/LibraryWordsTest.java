package dev.blackstart.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.library.Snippet.Piece;

/** Which words are the same to the library, which count more, and what a result shows of a text. */
class LibraryWordsTest {

    @ParameterizedTest
    @CsvSource({ "failed,failing", "Databases,database", "M\u00fcller,muller", "DNS,dns", "replica's,replica", "retries,retry",
            "\u0411\u0430\u0437\u0430,\u0431\u0430\u0437\u0430" })
    void terms_ofTheSameWord_areEqual(String one, String other) {
        assertThat(Words.terms(one)).hasSize(1).isEqualTo(Words.terms(other));
    }

    @Test
    void terms_signsAndWordsWithoutMeaning_areNone() {
        assertThat(Words.terms("the & of -- ' OR % _ ;")).isEmpty();
    }

    @Test
    void terms_longWord_isCut() {
        assertThat(Words.terms("x".repeat(10_000))).allSatisfy(term -> assertThat(term.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void weights_titleOftenAndShort_countMore() {
        Map<String, Integer> weights = Words.weights("Failover", "The failover hung. The link was slow, the link was lost.");
        assertThat(weights.get("failov")).isGreaterThan(weights.get("link"));
        assertThat(weights.get("link")).isGreaterThan(weights.get("hung"));
        String padded = "The failover hung. " + "Nothing else happened that day. ".repeat(50);
        assertThat(Words.weights("", padded).get("failov")).isLessThan(Words.weights("", "The failover hung.").get("failov"));
    }

    @Test
    void snippet_longText_showsThePlaceWithMostWords() {
        String text = "A link is mentioned here. " + "Nothing of interest. ".repeat(40)
                + "The standby lost its link during the failover. " + "Nothing more. ".repeat(40);
        List<Piece> pieces = Snippet.of(text, Set.of("link", "standbi", "failov"));
        assertThat(pieces).filteredOn(Piece::hit).extracting(Piece::text).containsExactly("standby", "link", "failover");
        assertThat(Snippet.plain(pieces)).startsWith("\u2026").endsWith("\u2026").hasSizeLessThan(300);
    }

    @Test
    void snippet_noneOfTheWords_isTheBeginning() {
        assertThat(Snippet.plain(Snippet.of("Short text.", Set.of("absent")))).isEqualTo("Short text.");
    }
}
