package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void cut_short_asItIs() {
        assertThat(Texts.cut("standby lags", 12)).isEqualTo("standby lags");
        assertThat(Texts.isCut("standby lags", 12)).isFalse();
        assertThat(Texts.cut(null, 12)).isEmpty();
    }

    @Test
    void cut_long_atAWord() {
        assertThat(Texts.cut("standby lags by 40 seconds", 14)).isEqualTo("standby lags…");
        assertThat(Texts.isCut("standby lags by 40 seconds", 14)).isTrue();
    }

    @Test
    void cut_withoutSpaces_atTheLength() {
        assertThat(Texts.cut("x".repeat(100_000), 300)).hasSize(301);
    }

    @Test
    void cut_betweenSurrogates_neverHalfACharacter() {
        assertThat(Texts.cut("🔥".repeat(20), 10)).isEqualTo("🔥".repeat(10) + "…");
        assertThat(Texts.isCut("🔥".repeat(10), 10)).isFalse();
    }
}
