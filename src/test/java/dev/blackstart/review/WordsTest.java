package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.ReportDraft.Tally;

class WordsTest {

    private static final Names NAMES = new Names(Map.of("pia", "Pia Rossi", "dana", "Dana Okafor"));

    @ParameterizedTest
    @CsvSource({ "PT0S, 0 s", "PT0.004S, 4 ms", "PT0.9999S, 999 ms", "PT1.4S, 1 s", "PT59.7S, 1 m 00 s", "PT12M4S, 12 m 04 s",
            "PT-12S, 12 s", ", –" })
    void length_any_toTheSecond(Duration length, String expected) {
        assertThat(ReportWords.length(length)).isEqualTo(expected);
    }

    @Test
    void at_summer_inTheExercisesZone() {
        assertThat(ReportWords.at(Instant.parse("2027-07-01T10:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("Thu, 1 Jul 2027, 12:00 CEST");
        assertThat(ReportWords.at(null, ZoneId.of("UTC"))).isEqualTo("–");
    }

    @Test
    void expected_onlyWhatHappened_isTold() {
        assertThat(ReportWords.expected(new Tally(0, 0, 0, 0, 0))).isEqualTo("No expectation was asked for.");
        assertThat(ReportWords.expected(new Tally(1, 0, 2, 0, 0))).isEqualTo("1 expectation met in time, 2 missed.");
        assertThat(ReportWords.expected(new Tally(0, 1, 0, 3, 4)))
                .isEqualTo("0 expectations met in time, 1 late, 3 unjudged because of an outage, 4 not judged yet.");
    }

    @Test
    void outcome_runningPausedAborted_said() {
        WrittenJournal journal = FailoverNight.begun();
        assertThat(ReportWords.outcome(FailoverNight.draft(journal, "PT7M"))).isEqualTo("Still running after 7 m 00 s.");
        journal.at("PT7M").entry("pausex", "dana", "{'cause':'asked'}");
        assertThat(ReportWords.outcome(FailoverNight.draft(journal, "PT9M")))
                .isEqualTo("Still paused after 9 m 00 s, 2 m 00 s of it standing.");
        journal.at("PT7M", "PT9M").entry("endex", "dana", "{'outcome':'aborted'}");
        assertThat(ReportWords.outcome(FailoverNight.draft(journal, "PT60M")))
                .isEqualTo("Aborted after 9 m 00 s, 2 m 00 s of it standing.");
    }

    @Test
    void brief_long_cutBetweenCharacters() {
        assertThat(ReportWords.brief("short\n line")).isEqualTo("short line");
        assertThat(ReportWords.brief("🚲".repeat(130))).isEqualTo("🚲".repeat(120) + "…");
    }

    @Test
    void story_moments_namePeople() {
        WrittenJournal journal = FailoverNight.begun().at("PT1M").entry("item-released", "blackstart",
                "{'item':'noticed','by':'clock','due':'PT1M',"
                        + "'body':{'expectation':{'of':'storage','text':'Sees it','within':'PT1M'}}}")
                .entry("item-completed", "dana", "{'item':'noticed'}").entry("finding-logged", "anonymous",
                        "{'finding':'f','text':'odd'}")
                .entry("handover", "blackstart", "{'person':'pia','role':'safety-officer'}");

        assertThat(FailoverNight.draft(journal, "PT2M").story()).extracting(moment -> Phrases.head(moment, NAMES))
                .containsExactly("STARTEX by Dana Okafor", "Met by storage, seen by Dana Okafor: Sees it",
                        "Finding by somebody",
                        "Pia Rossi took over as safety officer");
        assertThat(FailoverNight.draft(journal, "PT2M").story()).extracting(Phrases::said).containsExactly(null, null, "odd",
                null);
    }

    @Test
    void names_unknown_standForThemselves() {
        assertThat(NAMES.of("storage")).isEqualTo("storage");
        assertThat(NAMES.of("blackstart")).isEqualTo("Blackstart");
        assertThat(NAMES.of(null)).isEmpty();
    }
}
