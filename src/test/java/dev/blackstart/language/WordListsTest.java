package dev.blackstart.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class WordListsTest {

    @Test
    void english_everyKind_hasPhrasesWithAdviceInLowerCase() {
        List<Phrase> phrases = WordLists.of("en");
        assertThat(phrases).extracting(Phrase::kind).contains(LanguageKind.values());
        assertThat(phrases).allSatisfy(phrase -> {
            assertThat(phrase.why()).isNotBlank();
            assertThat(phrase.instead()).isNotBlank();
            assertThat(phrase.pattern().pattern().replaceAll("\\\\[A-Z]", "")).isLowerCase();
        });
        assertThat(phrases).filteredOn(Phrase::actionsOnly).isNotEmpty().extracting(Phrase::kind)
                .containsOnly(LanguageKind.INTENTION);
    }

    /** A star or plus over a group makes Java's matcher recurse, or read the same text again and again. */
    @Test
    void english_pattern_repeatsGroupsOnlyUpToANumber() {
        assertThat(WordLists.of("en")).extracting(phrase -> phrase.pattern().pattern().replace("(?: ++)", " "))
                .noneMatch(pattern -> pattern.contains(")*") || pattern.contains(")+") || pattern.contains(".*"));
    }

    /** What stands before a word is not known where phrases are looked up by their first letters; only "not after" works. */
    @Test
    void english_pattern_requiresNothingBeforeIt() {
        assertThat(WordLists.of("en")).extracting(phrase -> phrase.pattern().pattern().replace("\\w++(?<=ed)", ""))
                .noneMatch(pattern -> pattern.contains("(?<="));
    }

    @Test
    void of_languageWithoutLists_namesTheMissingFile() {
        assertThatThrownBy(() -> LanguageCheck.of(List.of("en", "tlh"))).hasMessageContaining("language/tlh/words.yaml");
        assertThatThrownBy(() -> WordLists.of("../en")).hasMessageContaining("../en");
    }

    @Test
    void kind_keys_asInTheApi() {
        assertThat(Arrays.stream(LanguageKind.values()).map(LanguageKind::key)).containsExactly("counterfactual", "blame",
                "hindsight", "intention", "root-cause");
    }
}
