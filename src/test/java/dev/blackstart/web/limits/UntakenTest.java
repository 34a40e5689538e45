package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntakenTest {

    private static final long LARGE = 10L * 1024 * 1024;

    private final Untaken untaken = new Untaken(null);

    @Test
    void add_moreThanOneCallerMayLeave_refusedForThemAlone() {
        assertThat(untaken.add("pia", LARGE)).isTrue();
        assertThat(untaken.add("pia", LARGE)).isTrue();
        assertThat(untaken.add("pia", LARGE)).isFalse();
        assertThat(untaken.add("wim", LARGE)).isTrue();
        untaken.remove("pia", LARGE);
        assertThat(untaken.add("pia", LARGE)).isTrue();
    }

    @Test
    void add_moreThanTheMemoryHolds_refused() {
        for (int i = 0; i < Untaken.IN_ALL / LARGE; i++) {
            assertThat(untaken.add("caller " + i, LARGE)).isTrue();
        }
        assertThat(untaken.add("one more", LARGE)).isFalse();
    }

    @Test
    void add_singleLargeAnswer_neverRefused() {
        assertThat(untaken.add("pia", 10 * LARGE)).isTrue();
    }
}
