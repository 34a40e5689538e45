package dev.blackstart.review.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.FailoverNight;
import dev.blackstart.review.ReportWriter;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.MissedRevert;
import dev.blackstart.review.draft.ReportWords;

class FaultChapterTest {

    private static final String KILL = "{'drill':'kill','title':'Kill the primary'}";

    private static WrittenJournal injected() {
        return FailoverNight.begun().at("PT10M").entry("drill-armed", "blackstart", KILL).at("PT11M")
                .entry("fault-injected", "carl", KILL);
    }

    private static WrittenJournal reverted(WrittenJournal journal, String begun, String done, boolean verified) {
        return journal.at(begun).entry("fault-reverting", "carl", "{'drill':'kill','why':'its time has come'}").at(done)
                .entry("fault-reverted", "carl", "{'drill':'kill','verified':" + verified + "}");
    }

    @Test
    void fault_injectedAndReverted_durationsOnTheWall() {
        Fault fault = FailoverNight.draft(reverted(injected(), "PT20M", "PT21M30S", true), "PT60M").faults().get(0);

        assertThat(fault.state()).isEqualTo("reverted");
        assertThat(fault.waited()).hasToString("PT1M");
        assertThat(fault.stood()).hasToString("PT10M30S");
        assertThat(fault.reverting()).hasToString("PT1M30S");
        assertThat(fault.verified()).as("who reverts it proves nothing by saying so").isNull();
        assertThat(ReportWords.confirmed(fault, new DirectoryNames(Map.of("carl", "Carl Brandt"))))
                .isEqualTo("by Carl Brandt, verified by nobody else");
        assertThat(fault.overdue()).isFalse();
        assertThat(fault.why()).isEqualTo("its time has come");
        assertThat(fault.injectedBy()).isEqualTo("carl");
    }

    @Test
    void fault_verifiedBySomebodyElseOrAProbe_saysBy() {
        WrittenJournal byDriver = reverted(injected(), "PT20M", "PT21M", true);
        Fault person = FailoverNight
                .draft(byDriver.at("PT25M").entry("fault-reverted", "sol", "{'drill':'kill','verified':true}"),
                        "PT60M")
                .faults().get(0);
        WrittenJournal probe = injected().at("PT20M").entry("fault-reverting", "blackstart", KILL).at("PT21M")
                .entry("fault-reverted", "blackstart", "{'drill':'kill','verified':true}");

        assertThat(person.verified()).isTrue();
        assertThat(person.verifiedBy()).isEqualTo("sol");
        assertThat(person.reverting()).as("it was reverted before somebody looked").hasToString("PT1M");
        assertThat(ReportWords.confirmed(FailoverNight.draft(probe, "PT60M").faults().get(0), new DirectoryNames(Map.of())))
                .isEqualTo("by Blackstart, verified by a probe");
    }

    @Test
    void fault_judged_hasItsResultAndReason() {
        WrittenJournal journal = injected().at("PT30M").entry("drill-result", "eve",
                "{'drill':'kill','result':'failed','reason':'By hand.'}");

        assertThat(FailoverNight.draft(journal, "PT60M").faults()).extracting(Fault::result).containsExactly("failed", null);
        assertThat(FailoverNight.draft(journal, "PT60M").faults().get(0)).extracting("resultReason", "judgedBy")
                .containsExactly("By hand.", "eve");
    }

    @Test
    void fault_pausedMeanwhile_stoodThroughThePause() {
        WrittenJournal journal = injected().at("PT12M").entry("pausex", "carl", "{'cause':'asked'}").at("PT12M", "PT20M")
                .entry("fault-reverting", "carl", KILL).entry("fault-reverted", "carl", "{'drill':'kill','verified':true}");

        assertThat(FailoverNight.draft(journal, "PT60M").faults().get(0).stood()).hasToString("PT9M");
    }

    @Test
    void fault_stillStanding_untilNow() {
        ReportDraft draft = FailoverNight.draft(injected(), "PT15M");

        assertThat(draft.faults().get(0).stood()).hasToString("PT4M");
        assertThat(draft.faults().get(0).verified()).isNull();
        assertThat(draft.result().missedReverts()).isEmpty();
    }

    @Test
    void faults_neverArmed_plannedAndNotInTheResult() {
        ReportDraft draft = FailoverNight.draft(injected(), "PT15M");

        assertThat(draft.faults()).extracting(Fault::state).containsExactly("injected", "planned");
        assertThat(draft.result().faults()).extracting(Fault::drill).containsExactly("kill");
        assertThat(draft.faults().get(1).stood()).isNull();
    }

    @Test
    void missedReverts_inTimeAndVerified_none() {
        WrittenJournal journal = reverted(injected(), "PT20M", "PT21M", true).entry("endex", "dana", "{'outcome':'completed'}");

        assertThat(FailoverNight.draft(journal, "PT60M").result().missedReverts()).isEmpty();
    }

    @Test
    void missedReverts_longestDurationOver_overdue() {
        WrittenJournal journal = reverted(injected(), "PT31M", "PT32M", false);

        assertThat(FailoverNight.draft(journal, "PT60M").result().missedReverts()).extracting(MissedRevert::what)
                .containsExactly("overdue", "not-verified");
    }

    @Test
    void missedReverts_rehearsal_timeRunsWithItsClock() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M", "PT10S").entry("drill-armed", "carl", KILL)
                .entry("fault-injected", "carl", KILL)
                .at("PT30M", "PT30S").entry("fault-reverting", "blackstart", KILL);

        assertThat(ReportWriter.draft(FailoverNight.plan(), FailoverNight.facts(Duration.ofSeconds(31), 60), journal.entries())
                .result().missedReverts()).extracting(MissedRevert::what).containsExactly("overdue");
    }

    @Test
    void missedReverts_standingAfterEndexOrSkipped_told() {
        WrittenJournal journal = injected().at("PT13M")
                .entry("item-skipped", "carl", "{'item':'back','kind':'revert','reason':'later'}").at("PT15M")
                .entry("endex", "dana", "{'outcome':'completed'}").entry("fault-reverting", "dana", KILL);

        assertThat(FailoverNight.draft(journal, "PT16M").result().missedReverts()).extracting(MissedRevert::what)
                .containsExactly("not-reverted", "skipped");
    }
}
