package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.http.HttpMethod;

class LaneTest {

    @ParameterizedTest
    @ValueSource(strings = { "/no-duff", "/api/no-duff", "/api/no-duff/", "/ack/abc/no-duff" })
    void noDuff_fromEverywhere_itsOwnLane(String path) {
        assertThat(Lane.of(HttpMethod.POST, path)).isEqualTo(Lane.NO_DUFF);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/exercises/1/transitions", "/api/exercises/1/transitions", "/api/campaigns/dirt/transitions",
            "/campaigns/dirt/transitions", "/exercises/1/drills/cut/transitions", "/api/exercises/1/timeline/m1/transitions",
            "/safety-lever", "/api/safety-lever" })
    void pauseAbortRevertLever_theirLane(String path) {
        assertThat(Lane.of(HttpMethod.POST, path)).isEqualTo(Lane.CONDUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/login", "/signed-in", "/q/health", "/q/health/ready" })
    void signInAndHealth_theirLane(String path) {
        assertThat(Lane.of(HttpMethod.GET, path)).isEqualTo(Lane.SIGN_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/exercises/1/report.pdf", "/api/exercises/1/findings", "/no-duff/more", "/x/no-duff",
            "/preparation/1/transitions" })
    void everythingElse_ordinary(String path) {
        assertThat(Lane.of(HttpMethod.POST, path)).isEqualTo(Lane.ORDINARY);
    }

    @Test
    void reading_neverInTheLaneOfConduct() {
        assertThat(Lane.of(HttpMethod.GET, "/api/safety-lever")).isEqualTo(Lane.ORDINARY);
    }
}
