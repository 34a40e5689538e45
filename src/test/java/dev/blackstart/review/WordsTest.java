package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.chapter.StoryText;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportWords;
import dev.blackstart.web.Texts;

class WordsTest {

    private static final DirectoryNames NAMES = new DirectoryNames(Map.of("pia", "Pia Rossi", "dana", "Dana Okafor"));

    @ParameterizedTest
    @CsvSource({ "PT0S, 0 s", "PT0.004S, under 1 s", "PT0.9999S, under 1 s", "PT1.4S, 1 s", "PT59.7S, 1 m 00 s",
            "PT12M4S, 12 m 04 s",
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

        assertThat(FailoverNight.draft(journal, "PT2M").story()).extracting(moment -> StoryText.head(moment, NAMES))
                .containsExactly("STARTEX by Dana Okafor", "Met by storage, seen by Dana Okafor: Sees it",
                        "Finding by somebody",
                        "Pia Rossi took over as safety officer");
        assertThat(FailoverNight.draft(journal, "PT2M").story()).extracting(StoryText::said).containsExactly(null, null, "odd",
                null);
    }

    @ParameterizedTest
    @CsvSource({ "PT0.223S, on time", "PT-0.9S, on time", "PT1S, 1 s", "PT-12M, 12 m 00 s early", ", –" })
    void late_underASecond_onTime(Duration lateness, String expected) {
        assertThat(ReportWords.late(new ReportDraft.Line("open", "message", "Hi", List.of(), null, null, null, null, null,
                lateness,
                true, null, "released", null, null, null, null, List.of(), false, null))).isEqualTo(expected);
    }

    @Test
    void sameDay_inTheExercisesZone() {
        Instant evening = Instant.parse("2027-07-01T21:30:00Z");
        assertThat(Texts.sameDay(evening, Instant.parse("2027-07-01T22:30:00Z"), ZoneId.of("Europe/Berlin"))).isFalse();
        assertThat(Texts.sameDay(evening, Instant.parse("2027-07-01T22:30:00Z"), ZoneId.of("UTC"))).isTrue();
        assertThat(Texts.sameDay(null, evening, ZoneId.of("UTC"))).isTrue();
    }

    @Test
    void objective_notRated_isNotNotExercised() {
        ReportDraft draft = FailoverNight.draft(FailoverNight.begun().at("PT5M").entry("objective-rated", "eve",
                "{'objective':'writes','rating':'not-exercised'}"), "PT7M");
        assertThat(draft.objectives()).extracting(ReportWords::rating).containsExactly("not exercised", "not rated yet");
    }

    @Test
    void names_unknown_standForThemselves() {
        assertThat(NAMES.of("storage")).isEqualTo("storage");
        assertThat(NAMES.of("blackstart")).isEqualTo("Blackstart");
        assertThat(NAMES.of(null)).isEmpty();
    }
}
