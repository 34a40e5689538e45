package dev.blackstart.insight.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class BacklogTest {

    @Test
    void trend_comparesTheEndWithThreeMonthsBefore() {
        assertThat(Backlog.trend(List.of(9L, 1L, 2L, 3L, 4L)))
                .isEqualTo("The backlog grew over the last 3 months: from 1 to 4.");
        assertThat(Backlog.trend(List.of(5L, 2L))).isEqualTo("The backlog shrank last month: from 5 to 2.");
        assertThat(Backlog.trend(List.of(2L, 2L, 2L)))
                .isEqualTo("The backlog stayed the same over the last 2 months: from 2 to 2.");
        assertThat(Backlog.trend(List.of(2L))).isNull();
    }
}
