package dev.blackstart.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

    @ParameterizedTest
    @ValueSource(strings = { "ä", "x", "🔥", "訓" })
    void folded_longLine_atMost75OctetsAndWholeCharacters(String character) {
        String line = "DESCRIPTION:" + character.repeat(120) + "\r\nURL:x\r\n";
        String folded = CalendarFile.folded(line);
        assertThat(folded.split("\r\n")).allSatisfy(
                each -> assertThat(each.getBytes(StandardCharsets.UTF_8).length).isBetween(2, 75));
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
    }

    @Test
    void folded_lineThatJustFits_hasNoContinuation() {
        for (int length = 70; length < 160; length++) {
            String folded = CalendarFile.folded("u".repeat(length) + "\r\n");
            assertThat(folded).doesNotContain("\r\n \r\n").endsWith("\r\n");
        }
    }
}
