package dev.blackstart.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCheckTest {

    private static final LanguageCheck CHECK = LanguageCheck.english();

    @ParameterizedTest
    @ValueSource(strings = { "An alert would have told us at once.", "A test could have caught it.",
            "The pager should have rung.", "It wouldn't have mattered.", "It wouldn\u2019t have mattered.",
            "We could easily have rolled back.", "They should've asked.", "This would never have happened with a canary.",
            "If only we had looked at the dashboard.", "If only the alert had fired.", "If we had known, we would roll back.",
            "Had we known the lag, the failover waits.", "Had there been a second person, it stops there.",
            "It might have been avoided.", "The script ought to have been tested.", "They should of checked.",
            "The change would not\nhave passed review." })
    void marks_counterfactual_found(String text) {
        assertThat(kinds(text)).contains(LanguageKind.COUNTERFACTUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "It was human error.", "Operator error took the site down.",
            "An operator's mistake deleted it.", "The engineer forgot to renew the certificate.",
            "The on-call engineer failed to escalate.", "On-call ignored the page.", "She forgot the flag.",
            "He mistakenly ran it in production.", "They forgot to tell support.",
            "The operator on duty overlooked the alarm.",
            "The engineer who ran the script made a mistake.", "A developer accidentally dropped the table.",
            "The table was accidentally dropped by an engineer.", "This was careless.", "It was negligence.",
            "Somebody fat-fingered the address.", "Nobody checked the backup.", "The team failed to test the restore.",
            "The engineer did not follow the runbook.", "The administrator misconfigured the router.",
            "The technician caused the outage.", "A mistake by the operator caused it.", "We failed to notice the lag.",
            "The database team was to blame.", "It was due to user error.", "A rookie mistake.",
            "The lack of attention is a problem.",
            "The developers' failure to test it was the start." })
    void marks_blame_found(String text) {
        assertThat(kinds(text)).contains(LanguageKind.BLAME);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Obviously the standby lagged.", "The alarm was clearly missed.",
            "In hindsight the limit was low.", "With hindsight we know more.", "With the benefit of hindsight, it is simple.",
            "In retrospect, the change was large.", "The risk was obvious.", "It was easily preventable.",
            "It was only a matter of time.", "The failure was inevitable.", "Everybody could see it.",
            "The warning signs were there.", "An outage waiting to happen.", "Hindsight is 20/20.",
            "The team saw it, and it was so easy to spot.", "The defect was foreseeable." })
    void marks_hindsight_found(String text) {
        assertThat(kinds(text)).contains(LanguageKind.HINDSIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "We will be more careful.", "We need to be careful with failovers.",
            "Engineers must pay more attention to lag.", "Please take extra care.", "Remind the team to check the lag.",
            "Everyone should remember to look.", "Don't forget the flag.", "We will try harder.", "Stay vigilant.",
            "Raise awareness of the standby.", "Always double-check the target.", "Think twice before a failover.",
            "Make sure that everyone knows the runbook.", "We will ensure this never happens again.",
            "This must never happen again.", "Improve communication between teams.", "We will communicate better.",
            "Retrain the operators.", "Follow the procedure more closely.", "We have to do better.",
            "Review changes: engineers should read them more carefully." })
    void marks_intention_found(String text) {
        assertThat(kinds(text)).contains(LanguageKind.INTENTION);
    }

    @ParameterizedTest
    @ValueSource(strings = { "The root cause was a full disk.", "Root cause: a full disk.",
            "We found the true root-cause at noon.", "The sole cause was the lock.", "The real reason for it is the cache.",
            "It was solely caused by a typing slip.", "It boils down to a missing index.",
            "The cause of the outage was a certificate.", "The underlying cause is a race." })
    void marks_rootCause_found(String text) {
        assertThat(kinds(text)).contains(LanguageKind.ROOT_CAUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "The standby lagged by 40 s and nobody was paged, since the alert looked at the primary only.",
            "Support would have to call the customers.", "You should have an account.", "We could have a look at it.",
            "The service failed to start.", "The load balancer failed to connect to the primary.",
            "Customers failed to log in for ten minutes.", "Users missed messages.",
            "The operator failed to reconcile the pod.",
            "If only one replica is up, writes stop.", "The check tells whether the disk is full.",
            "The contributing factors were a low limit and a silent retry.", "There was no root cause.",
            "There is never a root cause.", "There is no single root cause.", "A root cause analysis was not made.",
            "There were several root causes.", "The link was not obvious to anybody.", "It became clear at noon.",
            "The dashboard shows clearly which zone is slow.", "A blameless review was held.",
            "The error rate was 4 %.", "The limit protects against the errors of users.", "Lazy loading was off.",
            "The engineer saw a green dashboard and started the failover.", "The operator asked for a second person.",
            "On-call followed the runbook until step 4.", "Add an alert on lag above 5 s.",
            "Write step 4 of the runbook: whom to call.", "Take care of the cats.", "Please keep in mind that prices change.",
            "She asked if we had finished.", "Be aware that the port changes.", "We looked more carefully at the log.",
            "The team reminded itself of nothing.", "They failed to start after the upgrade.",
            "The primary and the standby disagreed about who leads.", "The operator error log grew.",
            "It came down at noon.", "The outage was caused by several things together." })
    void marks_plainAccount_none(String text) {
        assertThat(CHECK.marks(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "He said \"human error\" and left.", "He said \u201Cit was human error\u201D and left.",
            "Er sagte \u201Ehuman error\u201C.", "Il dit \u00ABhuman error\u00BB.", "The label 'human error' was used.",
            "The label \u2018human error\u2019 was used.", "> We should have known.",
            "  > human error", "See `human error` in the log.", "See ``a ` human error`` there.",
            "```\nhuman error\n```\n", "~~~ text\nroot cause\n~~~", "```\nhuman error", "Look:\n\n    human error\n\nDone.",
            "See https://example.org/human-error/root-cause there.", "See www.example.org/obviously now.",
            "See [the page](human-error.md).", "Ask human-error@example.org.", "human_error is a column." })
    void marks_exemptText_none(String text) {
        assertThat(CHECK.marks(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "It was 5\" long and human error.", "An unclosed \"quotation of human error.",
            "- human error\n- another", "- item\n\n    human error", "A line\n    human error",
            "```\ncode\n```\nhuman error", "The engineers' log shows human error in its users' words.",
            "`code` and human error and `code`", "At 10:05 it was human error.", "Said \"one\" and human error and \"two\"." })
    void marks_besideExemptText_found(String text) {
        assertThat(CHECK.marks(text)).singleElement().extracting(LanguageMark::text).isEqualTo("human error");
    }

    @ParameterizedTest
    @CsvSource({ "Human error, 0, 11", "\uD83D\uDD25 human error, 3, 14", "\u0130\uD83D\uDD25\u00DF human error, 5, 16",
            "a  human   error, 3, 16" })
    void marks_offsets_areUtf16(String text, int start, int end) {
        assertThat(CHECK.marks(text)).singleElement()
                .satisfies(mark -> assertThat(List.of(mark.start(), mark.end())).containsExactly(start, end))
                .satisfies(mark -> assertThat(mark.text()).isEqualTo(text.substring(start, end)));
    }

    @Test
    void marks_several_inOrderWithoutOverlapAndEachWithAdvice() {
        String text = "The root cause was human error: the operator should have known better. Obviously we will be more careful.";
        List<LanguageMark> marks = CHECK.marks(text);
        assertThat(marks).extracting(LanguageMark::kind).containsExactly(LanguageKind.ROOT_CAUSE, LanguageKind.BLAME,
                LanguageKind.BLAME, LanguageKind.HINDSIGHT, LanguageKind.INTENTION);
        assertThat(marks).allSatisfy(mark -> {
            assertThat(text.substring(mark.start(), mark.end())).isEqualTo(mark.text());
            assertThat(mark.why()).endsWith(".");
            assertThat(mark.instead()).endsWith(".");
        });
        for (int i = 1; i < marks.size(); i++) {
            assertThat(marks.get(i).start()).isGreaterThanOrEqualTo(marks.get(i - 1).end());
        }
    }

    @Test
    void marks_aThousandAndMore_theFirstThousand() {
        assertThat(CHECK.marks("human error. ".repeat(2_000))).hasSize(LanguageCheck.MOST_MARKS);
    }

    /** Whatever a text is made of: no pattern reads it again and again, and none needs a deep stack. */
    @ParameterizedTest
    @ValueSource(strings = { "The engineer on duty who ran the script did not notice the lag. ", "the ", "\" ", "\u201C", "'a ",
            "`a", "``a`b ", "would have ", "engineer who a b c d e f ", "a.a.", "\n> x\n", "[x](", "12:", "tell a b c ", ". " })
    void marks_of400Kilobytes_answers(String unit) {
        String text = unit.repeat(400_000 / unit.length());
        assertThat(CHECK.marks(text + " Then human error.")).last().extracting(LanguageMark::kind)
                .isIn(LanguageKind.BLAME);
    }

    @Test
    void marks_nothingWritten_none() {
        assertThat(CHECK.marks("")).isEmpty();
        assertThat(CHECK.marks(" \r\n\t\n")).isEmpty();
        assertThat(CHECK.marks("\uD83D")).isEmpty();
    }

    @Test
    void marksOfAction_intentionThatIsAnAccountElsewhere_found() {
        assertThat(CHECK.marksOfAction("Keep in mind that the standby lags")).extracting(LanguageMark::kind)
                .containsExactly(LanguageKind.INTENTION);
        assertThat(CHECK.marks("Keep in mind that the standby lags")).isEmpty();
    }

    private static List<LanguageKind> kinds(String text) {
        return CHECK.marks(text).stream().map(LanguageMark::kind).toList();
    }
}
