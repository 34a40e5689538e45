package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.draft.ObjectiveResult;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Attachment;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportResult.Measured;

class ResultPageTest {

    private static final String KILL = "{'drill':'kill','title':'Kill the primary'}";
    private static final String ASKED = "{'item':'noticed','due':'PT10M','by':'clock',"
            + "'body':{'expectation':{'of':'storage','text':'Sees it','within':'PT5M'}}}";

    @Test
    void objective_ratedTwice_lastWordCounts() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M")
                .entry("objective-rated", "eve", "{'objective':'writes','rating':'P'}").at("PT6M")
                .entry("objective-rated", "carl", "{'objective':'writes','rating':'M','sentence':'By hand.'}")
                .entry("objective-rated", "carl", "{'objective':'of-another-plan','rating':'M'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT7M");

        assertThat(draft.objectives()).extracting(ObjectiveResult::rating).containsExactly("M", null);
        assertThat(draft.objectives().get(0)).extracting("sentence", "ratedBy", "words").containsExactly("By hand.", "carl", 2);
        assertThat(draft.objectives().get(0).differing()).as("kept side by side").singleElement()
                .satisfies(other -> assertThat(other.by() + " " + other.rating()).isEqualTo("eve P"));
    }

    @Test
    void objective_expectationInTheSameWords_isWhatItTook() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("item-released", "blackstart",
                ASKED.replace("Sees it", "orders writes again.").replace("PT5M", "PT20M")).at("PT17M")
                .entry("item-completed", "eve", "{'item':'noticed'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT31M");

        assertThat(draft.objectives().get(0).measured().took()).hasToString("PT7M");
        assertThat(draft.objectives().get(0).measured().over()).as("its own target is five minutes").isTrue();
        assertThat(draft.objectives().get(1).measured()).as("nothing measures it").isNull();
    }

    @Test
    void clocks_tooLongFirst_faultsAndExpectations() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("drill-armed", "blackstart", KILL)
                .entry("fault-injected", "carl", KILL).entry("item-released", "blackstart", ASKED).at("PT15M")
                .entry("item-missed", "blackstart", "{'item':'noticed'}").at("PT20M").entry("fault-reverting", "carl", KILL)
                .entry("fault-reverted", "carl", "{'drill':'kill','verified':true}");

        assertThat(FailoverNight.draft(journal, "PT30M").result().clocks()).containsExactly(
                new Measured("expectation", "Sees it", List.of("storage"), null, Duration.ofMinutes(5), true),
                new Measured("fault", "Kill the primary", List.of(), Duration.ofMinutes(10), Duration.ofMinutes(20), false));
    }

    @Test
    void expectation_tickedLaterThanItWasMet_countsWhenItWasMet() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("item-released", "blackstart", ASKED).at("PT15M")
                .entry("item-missed", "blackstart", "{'item':'noticed'}").at("PT30M").entry("item-completed", "eve",
                        "{'item':'noticed','observedAt':'2027-03-09T09:12:00Z','observedClock':'PT12M'}");

        Expectation met = FailoverNight.draft(journal, "PT31M").expectations().get(0);

        assertThat(met.result()).isEqualTo("met");
        assertThat(met.took()).hasToString("PT2M");
        assertThat(met.settled()).hasToString("PT12M");
    }

    @Test
    void expectation_metBeforeItWasAskedFor_tookNothing() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("item-released", "blackstart", ASKED).at("PT11M")
                .entry("item-completed", "eve",
                        "{'item':'noticed','observedAt':'2027-03-09T09:08:00Z','observedClock':'PT8M'}");
        assertThat(FailoverNight.draft(journal, "PT31M").expectations().get(0).took()).isZero();
    }

    @Test
    void finding_attachments_picturesToldFromOtherFiles() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M")
                .entry("finding-logged", "pia", "{'finding':'f1','text':'Look'}")
                .entry("attachment-added", "pia",
                        "{'finding':'f1','attachment':'a1','name':'rack.png','type':'image/png','size':2048}")
                .entry("attachment-added", "pia",
                        "{'finding':'f1','attachment':'a2','name':'x.svg','type':'image/svg+xml','size':10}")
                .entry("attachment-added", "pia",
                        "{'finding':'unknown','attachment':'a3','name':'n','type':'image/png','size':1}");

        assertThat(FailoverNight.draft(journal, "PT6M").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.attachments()).extracting(Attachment::name).containsExactly("rack.png", "x.svg");
            assertThat(finding.attachments()).extracting(Attachment::isPicture).containsExactly(true, false);
        });
    }
}
