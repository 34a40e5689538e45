package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCutTest {

    @Test
    void cut_short_asItIs() {
        assertThat(TextCut.cut("standby lags", 12)).isEqualTo("standby lags");
        assertThat(TextCut.isCut("standby lags", 12)).isFalse();
        assertThat(TextCut.cut(null, 12)).isEmpty();
    }

    @Test
    void cut_long_atAWord() {
        assertThat(TextCut.cut("standby lags by 40 seconds", 14)).isEqualTo("standby lags…");
        assertThat(TextCut.isCut("standby lags by 40 seconds", 14)).isTrue();
    }

    @Test
    void cut_withoutSpaces_atTheLength() {
        assertThat(TextCut.cut("x".repeat(100_000), 300)).hasSize(301);
    }

    @Test
    void cut_betweenSurrogates_neverHalfACharacter() {
        assertThat(TextCut.cut("🔥".repeat(20), 10)).isEqualTo("🔥".repeat(10) + "…");
        assertThat(TextCut.isCut("🔥".repeat(10), 10)).isFalse();
    }
}
