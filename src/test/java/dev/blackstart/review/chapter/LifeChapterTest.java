package dev.blackstart.review.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.FailoverNight;
import dev.blackstart.review.ReportWriter;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Pause;

class LifeChapterTest {

    @Test
    void header_notBegun_refused() {
        WrittenJournal journal = new WrittenJournal(FailoverNight.STARTEX).entry("exercise-drafted", "dana", "{}");

        assertThatIllegalStateException().isThrownBy(() -> FailoverNight.draft(journal, "PT0S"));
    }

    @Test
    void header_running_countsToNow() {
        ReportDraft draft = FailoverNight.draft(FailoverNight.begun(), "PT7M");

        assertThat(draft.exercise().state()).isEqualTo("running");
        assertThat(draft.exercise().total()).hasToString("PT7M");
        assertThat(draft.exercise().clock()).hasToString("PT7M");
        assertThat(draft.exercise().outcome()).isNull();
        assertThat(draft.exercise().startedAt()).isEqualTo(FailoverNight.STARTEX);
        assertThat(draft.exercise().plan()).isEqualTo("failover");
        assertThat(draft.exercise().revision()).isEqualTo(3);
    }

    @Test
    void header_rehearsal_clockRunsFaster() {
        ReportDraft draft = ReportWriter.draft(FailoverNight.plan(), FailoverNight.facts(Duration.ofSeconds(10), 60),
                FailoverNight.begun().entries());

        assertThat(draft.exercise().clock()).hasToString("PT10M");
        assertThat(draft.exercise().total()).hasToString("PT10S");
    }

    @Test
    void header_endedWhilePaused_outcomeReasonAndPausedTime() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M").entry("pausex", "carl", "{'cause':'asked'}")
                .entry("reason", "carl", "{'for':'pausex','text':'coffee'}").at("PT10M", "PT12M").entry("resumed", "carl", "{}")
                .entry("reason", "carl", "{'for':'resumed','text':'all back'}").at("PT20M", "PT22M")
                .entry("pausex", "sol", "{'cause':'asked'}").at("PT20M", "PT25M")
                .entry("endex", "sol", "{'outcome':'aborted'}").entry("reason", "sol", "{'for':'endex','text':'too hot'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT90M");

        assertThat(draft.exercise().state()).isEqualTo("ended");
        assertThat(draft.exercise().outcome()).isEqualTo("aborted");
        assertThat(draft.exercise().endReason()).isEqualTo("too hot");
        assertThat(draft.exercise().endedBy()).isEqualTo("sol");
        assertThat(draft.exercise().total()).hasToString("PT25M");
        assertThat(draft.exercise().paused()).hasToString("PT5M");
        assertThat(draft.exercise().clock()).hasToString("PT20M");
        assertThat(draft.pauses()).extracting(Pause::reason).containsExactly("coffee", null);
        assertThat(draft.pauses()).extracting(Pause::resumeReason).containsExactly("all back", null);
        assertThat(draft.pauses()).extracting(Pause::length).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @Test
    void pauses_outage_standsSinceItsClockStood() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M", "PT13M").entry("pausex", "blackstart", "{'cause':'outage'}")
                .at("PT14M", "PT14M").entry("resumed", "carl", "{}").entry("caught-up", "carl", "{'catchUp':'release'}");

        Pause outage = FailoverNight.draft(journal, "PT20M").pauses().get(0);

        assertThat(outage.from()).isEqualTo(FailoverNight.STARTEX.plus(Duration.ofMinutes(10)));
        assertThat(outage.length()).hasToString("PT4M");
        assertThat(outage.clock()).hasToString("PT10M");
        assertThat(outage.catchUp()).isEqualTo("release");
        assertThat(outage.resumedBy()).isEqualTo("carl");
    }

    @Test
    void pauses_outageAfterAPause_countsFromTheResume() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M").entry("pausex", "carl", "{'cause':'asked'}")
                .at("PT5M", "PT10M").entry("resumed", "carl", "{}").at("PT8M", "PT20M")
                .entry("pausex", "blackstart", "{'cause':'outage'}");

        Pause outage = FailoverNight.draft(journal, "PT21M").pauses().get(1);

        assertThat(outage.from()).isEqualTo(FailoverNight.STARTEX.plus(Duration.ofMinutes(13)));
        assertThat(outage.length()).hasToString("PT8M");
    }

    @Test
    void pauses_noDuffInAPause_takesItsCause() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M").entry("pausex", "carl", "{'cause':'asked'}")
                .at("PT5M", "PT6M").entry("no-duff", "pia", "{'text':'smoke in hall 2'}");

        ReportDraft draft = FailoverNight.draft(journal, "PT8M");

        assertThat(draft.pauses()).extracting(Pause::cause).containsExactly("no-duff");
        assertThat(draft.pauses().get(0).length()).hasToString("PT3M");
        assertThat(draft.exercise().state()).isEqualTo("paused");
        assertThat(draft.noDuffs()).singleElement().satisfies(call -> {
            assertThat(call.by()).isEqualTo("pia");
            assertThat(call.text()).isEqualTo("smoke in hall 2");
        });
    }

    @Test
    void pauses_noDuffInAnOutage_staysAnOutage() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M", "PT7M").entry("pausex", "blackstart", "{'cause':'outage'}")
                .entry("no-duff", "pia", "{}");

        assertThat(FailoverNight.draft(journal, "PT8M").pauses()).extracting(Pause::cause).containsExactly("outage");
    }
}
