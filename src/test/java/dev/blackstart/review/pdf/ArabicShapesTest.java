package dev.blackstart.review.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicShapesTest {

    @ParameterizedTest
    @CsvSource({ "\u0628, \uFE8F", "\u0628\u0628, \uFE91\uFE90", "\u0628\u0628\u0628, \uFE91\uFE92\uFE90",
            "\u0627\u0628, \uFE8D\uFE8F", "\u0644\u0627, \uFEFB", "\u0628\u0644\u0627, \uFE91\uFEFC",
            "\u067E\u06CC, \uFB58\uFBFD", "abc, abc" })
    void join_letters_shapedByTheirNeighbours(String letters, String shapes) {
        assertThat(ArabicShapes.join(letters)).isEqualTo(shapes);
        assertThat(ArabicShapes.apart(shapes)).isEqualTo(letters);
    }

    @Test
    void join_marksBetweenLetters_partNothing() {
        assertThat(ArabicShapes.join("\u0628\u064E\u0628")).isEqualTo("\uFE91\u064E\uFE90");
    }
}
