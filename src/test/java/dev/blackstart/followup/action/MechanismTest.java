package dev.blackstart.followup.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An intention is told from a mechanism. */
class MechanismTest {

    @ParameterizedTest
    @ValueSource(strings = { "Be more careful", "be careful when deploying", "We must pay attention to the lag",
            "Pay  more attention", "Remember to check the standby", "Train people to be careful",
            "Train all operators to be attentive",
            "Remind everyone to look at the dashboard", "Don\u2019t forget the switch", "Do not forget the switch",
            "Try harder",
            "Try to avoid failovers", "Keep in mind that the standby lags", "Double-check the runbook",
            "Raise awareness of lag",
            "Deploy more carefully", "TAKE MORE CARE", "Communicate better next time." })
    void intention_goodWill_found(String text) {
        assertThat(Mechanism.intention(text)).isNotNull();
        assertThat(Mechanism.advice(Mechanism.intention(text))).contains(Mechanism.intention(text)).contains("mechanism");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Alert when the standby lags 5 s", "Add a check of the lag to the failover script",
            "Rehearse the failover each month", "Limit deploys to one zone at a time",
            "Write step 4 of the runbook: whom to call",
            "Careful mode for the installer", "Train a second person on the switch", "Show the lag on the attention board",
            "Carefully chosen timeouts in the pool", "Make the forgotten-password page work without mail" })
    void intention_mechanism_none(String text) {
        assertThat(Mechanism.intention(text)).isNull();
    }

    @Test
    void intention_hugeText_answersAtOnce() {
        assertThat(Mechanism.intention("tell a b c ".repeat(20_000))).isNull();
    }
}
