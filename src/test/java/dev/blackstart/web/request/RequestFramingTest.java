package dev.blackstart.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFramingTest {

    @Test
    void length_oneWay_clear() {
        assertThat(RequestFraming.isClear(List.of(), List.of())).isTrue();
        assertThat(RequestFraming.isClear(List.of(), List.of("12"))).isTrue();
        assertThat(RequestFraming.isClear(List.of("chunked"), List.of())).isTrue();
        assertThat(RequestFraming.isClear(List.of("Chunked"), List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "chunked, xchunked", "xchunked, chunked", "xchunked", " chunked", "chun ked", "\"chunked\"",
            "identity", "", "chunked,", "gzip, chunked" })
    void encoding_anythingElse_refused(String encoding) {
        assertThat(RequestFraming.isClear(List.of(encoding), List.of())).isFalse();
    }

    @Test
    void length_twoWays_refused() {
        assertThat(RequestFraming.isClear(List.of("chunked"), List.of("3"))).isFalse();
        assertThat(RequestFraming.isClear(List.of("chunked", "chunked"), List.of())).isFalse();
        assertThat(RequestFraming.isClear(List.of(), List.of("3, 3"))).isFalse();
        assertThat(RequestFraming.isClear(List.of(), List.of(" 3"))).isFalse();
    }
}
