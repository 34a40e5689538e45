package dev.blackstart.review.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.FailoverNight;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportResult.Tally;

/** The first sentences of a report, which many read alone. */
class VerdictTest {

    private static final DirectoryNames NAMES = new DirectoryNames(Map.of("pia", "Pia Rossi", "dana", "Dana Okafor"));

    private static String outcome(WrittenJournal journal, String sinceStartex) {
        return Verdict.outcome(FailoverNight.draft(journal, sinceStartex), NAMES);
    }

    @Test
    void outcome_runningThenPaused_said() {
        WrittenJournal journal = FailoverNight.begun();
        assertThat(outcome(journal, "PT7M")).isEqualTo("Still running after 7 m 00 s.");
        journal.at("PT7M").entry("pausex", "dana", "{'cause':'asked'}");
        assertThat(outcome(journal, "PT9M")).isEqualTo("Still paused after 9 m 00 s, 2 m 00 s of it paused.");
    }

    @Test
    void outcome_completed_said() {
        assertThat(outcome(FailoverNight.begun().at("PT9M").entry("endex", "dana", "{'outcome':'completed'}"), "PT60M"))
                .isEqualTo("Completed in 9 m 00 s.");
    }

    @Test
    void outcome_aborted_byWhomAndWhy() {
        WrittenJournal journal = FailoverNight.begun().at("PT9M").entry("endex", "dana", "{'outcome':'aborted'}")
                .entry("reason", "dana", "{'for':'endex','text':'The fire brigade is here'}");
        assertThat(outcome(journal, "PT60M")).isEqualTo("Aborted by Dana Okafor after 9 m 00 s: The fire brigade is here.");
    }

    @Test
    void outcome_noDuff_saidAlsoWhereTheExerciseWasCompleted() {
        WrittenJournal journal = FailoverNight.begun().at("PT4M").entry("no-duff", "pia", "{'text':'Smoke in the hall!'}")
                .at("PT5M").entry("no-duff", "dana", "{}").at("PT9M").entry("endex", "dana", "{'outcome':'completed'}");
        assertThat(outcome(journal, "PT60M")).isEqualTo("Completed in 9 m 00 s. NO DUFF, a real emergency, was called by Pia"
                + " Rossi at T+00:04:00, 2 times in all: Smoke in the hall!");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "0; 0; 0; 0; 0; No expectation was asked for.",
            "3; 0; 0; 0; 1; 3 of 4 expectations met in time, 1 not judged.",
            "1; 0; 0; 0; 0; 1 of 1 expectation met in time.",
            "1; 0; 2; 0; 0; 1 of 3 expectations met in time, 2 missed.",
            "0; 1; 0; 3; 4; 0 of 8 expectations met in time, 1 late, 3 unjudged because of an outage, 4 not judged.",
    })
    void expected_ofAllThatWasAskedFor(int met, int late, int missed, int unjudged, int open, String said) {
        assertThat(Verdict.expected(new Tally(met, late, missed, unjudged, open))).isEqualTo(said);
    }

    @Test
    void faults_armedAndNeverConfirmed_notInjected() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("drill-armed", "carl", "{'drill':'kill'}")
                .entry("fault-injected", "carl", "{'drill':'kill'}").entry("drill-armed", "carl", "{'drill':'cut'}");
        assertThat(Verdict.faults(FailoverNight.draft(journal, "PT11M").result()))
                .isEqualTo("1 fault injected, 1 armed and never confirmed");
        assertThat(Verdict.faults(FailoverNight.draft(FailoverNight.begun(), "PT11M").result())).isEqualTo("0 faults injected");
    }
}
