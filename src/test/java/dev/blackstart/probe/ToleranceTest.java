package dev.blackstart.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class ToleranceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration QUICK = Duration.ofMillis(20);

    private static Tolerance tolerance(String json) {
        try {
            return new Tolerance(MAPPER.readTree(json.replace('\'', '"')));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Tolerance.Verdict http(String tolerance, int status, String body) {
        return tolerance(tolerance).judge(new ProbeAnswer(status, body, null), QUICK);
    }

    private static Tolerance.Verdict value(String tolerance, String value) {
        return tolerance(tolerance).judge(ProbeAnswer.ofValue(value), QUICK);
    }

    @Test
    void status_oneOrSeveral_compared() {
        assertThat(http("{'status': 200}", 200, "").inside()).isTrue();
        assertThat(http("{'status': [200, 204]}", 204, "").inside()).isTrue();
        assertThat(http("{'status': [200, 204]}", 500, "").message()).isEqualTo("The status is 500; good is 200 or 204.");
    }

    @Test
    void within_slower_outsideWithBothTimes() {
        Tolerance slow = tolerance("{'within': 'PT0.1S'}");
        assertThat(slow.judge(ProbeAnswer.CONNECTED, Duration.ofMillis(100)).inside()).isTrue();
        assertThat(slow.judge(ProbeAnswer.CONNECTED, Duration.ofMillis(250)).message())
                .isEqualTo("The answer took 250 ms; at most 100 ms is good.");
    }

    @Test
    void body_regex_foundAnywhere() {
        assertThat(http("{'body': 'ord(er)?s: [0-9]+'}", 200, "all orders: 17 today").inside()).isTrue();
        assertThat(http("{'body': 'orders'}", 200, "nothing").inside()).isFalse();
    }

    @Test
    @Timeout(20)
    void body_catastrophicRegex_failsInTime() {
        String body = "a".repeat(5_000) + "!";
        assertThatThrownBy(() -> http("{'body': '^(a+)+$'}", 200, body)).isInstanceOf(ProbeFailed.class)
                .hasMessageContaining("did not finish within");
        assertThatThrownBy(() -> http("{'body': '(x+x+)+y'}", 200, "x".repeat(5_000))).isInstanceOf(ProbeFailed.class);
    }

    @Test
    void body_regexDeeperThanTheStack_failsWithoutAnError() {
        assertThatThrownBy(() -> http("{'body': '^(a|b)*$'}", 200, "ab".repeat(200_000))).isInstanceOf(ProbeFailed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{'value': true} | true | true", "{'value': true} | TRUE | true",
            "{'value': true} | false | false", "{'value': 3} | 3.0 | true", "{'value': 3} | three | false",
            "{'value': 'up'} | up | true", "{'value': 'up'} | down | false", "{'range': [0, 5]} | 5 | true",
            "{'range': [0, 5]} | 5.01 | false", "{'range': [0, 5]} | -0.1 | false", "{'range': [0, 5]} | NaN | false",
            "{'range': [0, 5]} | +Inf | false", "{'range': [0, 5]} | '' | false", "{'range': [0, 5]} | 1e999999999 | false" })
    void valueAndRange_measured_compared(String tolerance, String measured, boolean inside) {
        assertThat(value(tolerance, measured).inside()).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{'jsonPath': '$.a.b', 'value': 7} | true",
            "{'jsonPath': '$.a.b', 'value': 8} | false",
            "{'jsonPath': '$.a.c'} | false", "{'jsonPath': '$.none'} | false", "{'jsonPath': '$.a.b'} | true",
            "{'jsonPath': '$.list[*].n', 'range': [1, 3]} | true", "{'jsonPath': '$.list[*].n', 'range': [1, 2]} | false",
            "{'jsonPath': '$.list[?(@.n > 2)].n', 'value': 3} | true", "{'jsonPath': '$.list[?(@.n > 9)].n'} | false",
            "{'jsonPath': '$.list.length()', 'value': 3} | true" })
    void jsonPath_inTheBody_judgedByWhatItFinds(String tolerance, boolean inside) {
        String body = "{\"a\": {\"b\": 7, \"c\": null}, \"list\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}";
        assertThat(http(tolerance, 200, body).inside()).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'jsonPath': '$.a[?(@.b ==]'}", "{'jsonPath': '$.list[?(@.a =~ /(a+)+b/)]'}" })
    void jsonPath_brokenOrUnbounded_refused(String tolerance) {
        assertThatThrownBy(() -> http(tolerance, 200, "{}")).isInstanceOf(ProbeFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<html>", "{\"a\":" })
    void jsonPath_bodyIsNoJson_failsWithReason(String body) {
        assertThatThrownBy(() -> http("{'jsonPath': '$.a'}", 200, body)).isInstanceOf(ProbeFailed.class)
                .hasMessage("The answer is not JSON.");
    }

    @Test
    void value_long_isCutForPeople() {
        assertThat(value("{'value': 'x'}", "y".repeat(10_000)).value()).hasSizeLessThan(300);
    }
}
