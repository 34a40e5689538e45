package dev.blackstart.review.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void of_usualText_whole() {
        assertThat(Excerpt.of("a".repeat(1_000))).isEqualTo("a".repeat(1_000));
        assertThat(Excerpt.of(null)).isNull();
        assertThat(Excerpt.isCut("short")).isFalse();
    }

    @Test
    void of_longText_beginningAndWhereTheRestIs() {
        assertThat(Excerpt.of("🚲".repeat(99_000))).startsWith("🚲".repeat(1_000) + "…")
                .endsWith("(cut: 99,000 characters; the report as JSON has all of it)").hasSizeLessThan(2_100);
    }

    @Test
    void of_manyLines_cutToo() {
        assertThat(Excerpt.of("line\n".repeat(400))).satisfies(cut -> assertThat(cut.lines().count()).isEqualTo(20));
    }
}
