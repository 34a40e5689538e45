package dev.blackstart.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.blackstart.problem.IllegalTransition;

class DrillTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private static final Map<String, Consumer<Drill>> VERBS = Map.of(
            "arm", drill -> drill.arm(LONGEST, NOW),
            "inject", drill -> drill.inject(LONGEST, NOW),
            "beginRevert", drill -> drill.beginRevert(NOW),
            "reverted", drill -> drill.reverted(true, NOW),
            "handOver", Drill::handOver);

    private static final Map<String, EnumSet<FaultState>> FROM = Map.of(
            "arm", EnumSet.of(FaultState.PLANNED),
            "inject", EnumSet.of(FaultState.ARMED),
            "beginRevert", EnumSet.of(FaultState.ARMED, FaultState.INJECTED, FaultState.FAILED),
            "reverted", EnumSet.of(FaultState.REVERTING),
            "handOver", EnumSet.of(FaultState.INJECTED, FaultState.REVERTING, FaultState.FAILED));

    @ParameterizedTest
    @EnumSource(FaultState.class)
    void verbs_fromEachState_onlyTheOrderOfTheContract(FaultState state) {
        VERBS.forEach((verb, act) -> {
            Drill drill = in(state);
            if (FROM.get(verb).contains(state)) {
                act.accept(drill);
            } else {
                assertThatThrownBy(() -> act.accept(drill)).as("%s from %s", verb, state)
                        .isInstanceOf(IllegalTransition.class);
                assertThat(drill.state).isEqualTo(state);
            }
        });
    }

    @Test
    void arm_planned_deadlineRunsFromTheIntent() {
        Drill drill = new Drill();
        drill.arm(LONGEST, NOW);
        assertThat(drill.armedAt).isEqualTo(NOW);
        assertThat(drill.revertBy).isEqualTo(NOW.plus(LONGEST));
    }

    @Test
    void inject_armed_deadlineRunsFromTheInjection() {
        Drill drill = new Drill();
        drill.arm(LONGEST, NOW);
        drill.inject(LONGEST, NOW.plusSeconds(30));
        assertThat(drill.revertBy).isEqualTo(NOW.plusSeconds(30).plus(LONGEST));
    }

    @Test
    void beginRevert_injected_nothingToRevertUnaskedAnyMore() {
        Drill drill = in(FaultState.INJECTED);
        drill.beginRevert(NOW);
        assertThat(drill.revertBy).isNull();
    }

    @Test
    void reverted_seenToWork_verified() {
        Drill drill = in(FaultState.REVERTING);
        drill.reverted(true, NOW);
        assertThat(drill.verified).isTrue();
        assertThat(drill.state.isActive()).isFalse();
    }

    @Test
    void reveal_twice_saidOnce() {
        Drill drill = new Drill();
        drill.reveal(NOW);
        drill.reveal(NOW.plusSeconds(1));
        assertThat(drill.revealedAt).isEqualTo(NOW);
    }

    @Test
    void isActive_statesInWhichSomethingMayBeBroken() {
        assertThat(EnumSet.allOf(FaultState.class)).filteredOn(FaultState::isActive)
                .containsExactlyInAnyOrder(FaultState.ARMED, FaultState.INJECTED, FaultState.REVERTING, FaultState.FAILED);
    }

    private static Drill in(FaultState state) {
        Drill drill = new Drill();
        drill.state = state;
        return drill;
    }
}
