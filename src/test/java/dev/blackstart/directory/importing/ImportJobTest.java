package dev.blackstart.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.directory.importing.ImportJob.State;

/** Where a file stands, whoever was slower. */
class ImportJobTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final FileImporter.Outcome GOOD = new FileImporter.Outcome(1, 1, 0, 0, 0, List.of(), List.of());

    private static ImportJob job(boolean mayGiveRoles) {
        return new ImportJob("people", "csv", "utf-8", "p.csv", new byte[] { 1 }, "adam", mayGiveRoles, NOW);
    }

    @Test
    void end_discardedMeanwhile_staysDiscarded() {
        ImportJob job = job(false);
        job.discard();
        job.end(State.CHECKING, GOOD, null, null);
        assertThat(job.state).isEqualTo(State.DISCARDED);
    }

    @Test
    void end_slowerLookAfterConfirmation_staysImporting() {
        ImportJob job = job(false);
        job.end(State.CHECKING, GOOD, null, null);
        job.confirm(false);
        job.end(State.CHECKING, GOOD, null, null);
        assertThat(job.state).isEqualTo(State.IMPORTING);
        assertThat(job.content).isNotEmpty();
        job.end(State.IMPORTING, GOOD, null, null);
        assertThat(job.state).isEqualTo(State.DONE);
    }

    @Test
    void confirm_administratorNoMore_givesNoRoles() {
        for (boolean stored : new boolean[] { true, false }) {
            for (boolean now : new boolean[] { true, false }) {
                ImportJob job = job(stored);
                job.end(State.CHECKING, GOOD, null, null);
                job.confirm(now);
                assertThat(job.mayGiveRoles).isEqualTo(stored && now);
            }
        }
    }
}
