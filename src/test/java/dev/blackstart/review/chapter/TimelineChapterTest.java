package dev.blackstart.review.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.FailoverNight;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportResult.Tally;

class TimelineChapterTest {

    private static final String NOTICED = "{'item':'noticed','due':'PT10M','by':'clock',"
            + "'body':{'expectation':{'of':'storage','text':'Sees it','within':'PT5M'}}}";

    private static WrittenJournal asked() {
        return FailoverNight.begun().at("PT10M0.004S").entry("item-released", "blackstart", NOTICED);
    }

    private static Line line(ReportDraft draft, String key) {
        return draft.timeline().stream().filter(line -> line.key().equals(key)).findFirst().orElseThrow();
    }

    private static Expectation noticed(WrittenJournal journal) {
        return FailoverNight.draft(journal, "PT61M").expectations().stream().filter(one -> one.item().equals("noticed"))
                .findFirst().orElseThrow();
    }

    @Test
    void line_releasedByClock_latenessOnTheClock() {
        Line line = line(FailoverNight.draft(asked(), "PT11M"), "noticed");

        assertThat(line.lateness()).hasToString("PT0.004S");
        assertThat(line.planned()).isNull();
        assertThat(line.due()).hasToString("PT10M");
        assertThat(line.releasedBy()).isEqualTo("blackstart");
        assertThat(line.releasedAt()).isEqualTo(FailoverNight.STARTEX.plus(Duration.parse("PT10M0.004S")));
        assertThat(line.state()).isEqualTo("released");
        assertThat(line.to()).containsExactly("storage");
    }

    @Test
    void line_spokenByAController_isACopyOfTheMessage() {
        WrittenJournal journal = FailoverNight.begun().at("PT1M").entry("item-released", "blackstart",
                "{'item':'open','due':'PT0M','by':'clock','body':{'message':{'to':'everyone','from':'Desk','subject':'It begins'}}}")
                .entry("item-released", "blackstart",
                        "{'item':'open.spoken','by':'hand','body':{'task':{'text':'Say to everyone: EXERCISE Play.'}}}")
                .at("PT2M").entry("item-completed", "carl", "{'item':'open.spoken','kind':'task'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT3M");

        assertThat(line(draft, "open").from()).isEqualTo("Desk");
        assertThat(line(draft, "open.spoken")).extracting("text", "copyOf", "unplanned").containsExactly("Spoken: It begins",
                "open", false);
        assertThat(draft.story()).extracting(moment -> StoryText.head(moment, new DirectoryNames(Map.of())))
                .contains("Spoken by carl to everyone as Desk: It begins");
    }

    @Test
    void line_repeatedPerTeamAndNotReached_namesItsTeam() {
        WrittenJournal journal = FailoverNight.begun().at("PT1M").entry("item-deferred", "carl",
                "{'item':'say.storage','kind':'expectation'}");

        assertThat(line(FailoverNight.draft(journal, "PT3M"), "say.storage").to()).containsExactly("storage");
    }

    @Test
    void line_deferredThenReleasedByHand_earlyAgainstItsLastDue() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M")
                .entry("item-deferred", "carl", "{'item':'open','kind':'message','due':'PT20M','reason':'not yet'}").at("PT8M")
                .entry("item-released", "carl", "{'item':'open','due':'PT20M','by':'hand','reason':'now',"
                        + "'body':{'message':{'to':'everyone','text':'Play.'}}}");

        Line line = line(FailoverNight.draft(journal, "PT9M"), "open");

        assertThat(line.planned()).hasToString("PT0S");
        assertThat(line.due()).hasToString("PT20M");
        assertThat(line.lateness()).hasToString("PT-12M");
        assertThat(line.releasedBy()).isEqualTo("carl");
        assertThat(line.byClock()).isFalse();
        assertThat(line.reasons()).containsExactly("not yet", "now");
        assertThat(line.text()).isEqualTo("Play.");
    }

    @Test
    void line_waitingAtEndex_notReached() {
        WrittenJournal journal = FailoverNight.begun().at("PT9M").entry("item-held", "carl", "{'item':'fault'}").at("PT20M")
                .entry("endex", "dana", "{'outcome':'completed'}");

        assertThat(line(FailoverNight.draft(FailoverNight.begun(), "PT1M"), "fault").state()).isEqualTo("pending");
        assertThat(line(FailoverNight.draft(journal, "PT21M"), "fault").state()).isEqualTo("not-reached");
        assertThat(line(FailoverNight.draft(journal, "PT21M"), "fault").actual()).isNull();
    }

    @Test
    void lines_asTheyHappened_whatDidNotHappenBehindThem() {
        WrittenJournal journal = FailoverNight.begun().at("PT31M").entry("item-released", "carl",
                "{'item':'open','due':'PT0S','by':'hand','body':{'message':{'to':'everyone','text':'Play.'}}}");

        assertThat(FailoverNight.draft(journal, "PT32M").timeline()).extracting(Line::key)
                .containsExactly("open", "fault", "go-on", "back", "end", "noticed", "say");
    }

    @Test
    void lines_ofTheSameInstant_inThePlansOrder() {
        WrittenJournal journal = FailoverNight.begun().at("PT31M");
        for (String key : new String[] { "go-on", "fault", "open" }) {
            journal.entry("item-skipped", "carl", "{'item':'" + key + "'}");
        }
        assertThat(FailoverNight.draft(journal, "PT32M").timeline()).extracting(Line::key).startsWith("open", "fault", "go-on");
    }

    @Test
    void lines_messageThatAControllerSays_notUnplanned() {
        WrittenJournal journal = FailoverNight.begun().at("PT3M").entry("item-released", "blackstart",
                "{'item':'open.spoken','by':'clock','body':{'task':{'text':'Say to everyone: Play.'}}}");

        assertThat(line(FailoverNight.draft(journal, "PT4M"), "open.spoken").unplanned()).isFalse();
    }

    @Test
    void lines_repeatedPerTeam_oneForEachTeamToldOf() {
        WrittenJournal journal = FailoverNight.begun().at("PT3M").entry("item-released", "carl",
                "{'item':'say.storage','by':'hand','body':{'expectation':{'of':'storage','text':'Says so'}}}")
                .entry("item-skipped", "carl", "{'item':'say.web','kind':'expectation','reason':'no web today'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT4M");

        assertThat(draft.timeline()).extracting(Line::key).contains("say.storage", "say.web").doesNotContain("say");
        assertThat(line(draft, "say.storage").to()).containsExactly("storage");
        assertThat(line(draft, "say.storage").unplanned()).isFalse();
        assertThat(line(draft, "say.web").state()).isEqualTo("skipped");
    }

    @Test
    void lines_addedDuringConduct_unplanned() {
        WrittenJournal journal = FailoverNight.begun().at("PT3M").entry("item-added", "carl",
                "{'item':'unplanned-1','due':'PT4M','body':{'task':{'of':'carl','text':'Fetch cake'}}}");

        Line line = line(FailoverNight.draft(journal, "PT3M"), "unplanned-1");

        assertThat(line.unplanned()).isTrue();
        assertThat(line.text()).isEqualTo("Fetch cake");
        assertThat(line.due()).hasToString("PT4M");
        assertThat(line.planned()).isNull();
    }

    @Test
    void expectation_tickedInTime_met() {
        Expectation met = noticed(asked().at("PT12M").entry("item-completed", "eve", "{'item':'noticed','due':'PT10M'}"));

        assertThat(met.result()).isEqualTo("met");
        assertThat(met.deadline()).hasToString("PT15M");
        assertThat(met.took()).hasToString("PT2M");
        assertThat(met.by()).isEqualTo("eve");
    }

    @Test
    void expectation_tickedAfterItWasMissed_late() {
        Expectation late = noticed(asked().at("PT15M0.002S").entry("item-missed", "blackstart", "{'item':'noticed'}")
                .at("PT18M").entry("item-completed", "eve", "{'item':'noticed'}"));

        assertThat(late.result()).isEqualTo("late");
        assertThat(late.took()).hasToString("PT8M");
    }

    @Test
    void expectation_calledMissedTooSoonThenTicked_met() {
        Expectation met = noticed(asked().at("PT11M").entry("item-missed", "eve", "{'item':'noticed'}").at("PT13M")
                .entry("item-completed", "eve", "{'item':'noticed'}"));

        assertThat(met.result()).isEqualTo("met");
    }

    @Test
    void expectations_everyOutcome_counted() {
        WrittenJournal journal = FailoverNight.begun().at("PT1M");
        for (String key : new String[] { "met", "late", "missed", "unjudged", "open" }) {
            journal.entry("item-released", "blackstart", "{'item':'" + key + "','due':'PT1M','by':'clock',"
                    + "'body':{'expectation':{'of':'storage','text':'" + key + "','within':'PT1M'}}}");
        }
        journal.entry("item-completed", "eve", "{'item':'met'}").at("PT2M")
                .entry("item-missed", "blackstart", "{'item':'late'}")
                .entry("item-missed", "blackstart", "{'item':'missed'}")
                .entry("item-unjudged", "blackstart", "{'item':'unjudged'}").at("PT3M")
                .entry("item-completed", "eve", "{'item':'late'}");

        assertThat(FailoverNight.draft(journal, "PT4M").result().expectations()).isEqualTo(new Tally(1, 1, 1, 1, 1));
    }

    @Test
    void decision_chosen_optionAndTimeTaken() {
        String body = "'body':{'decision':{'text':'Go on?','options':['go','no-go']}}";
        WrittenJournal journal = FailoverNight.begun().at("PT30M")
                .entry("item-released", "blackstart", "{'item':'go-on','due':'PT30M','by':'clock'," + body + "}").at("PT32M")
                .entry("item-chosen", "dana", "{'item':'go-on','option':'no-go','reason':'too tired'}");

        assertThat(FailoverNight.draft(journal, "PT33M").decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.option()).isEqualTo("no-go");
            assertThat(decision.took()).hasToString("PT2M");
            assertThat(decision.by()).isEqualTo("dana");
            assertThat(decision.reasons()).containsExactly("too tired");
        });
        assertThat(FailoverNight.draft(FailoverNight.begun(), "PT1M").decisions()).isEmpty();
    }
}
