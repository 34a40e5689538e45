package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.problem.Problem;

class PermitQueueTest {

    private final PermitQueue queue = new PermitQueue(3, 2, 4);
    private final List<String> started = new ArrayList<>();

    private Permit enter(String caller) {
        return queue.enter(caller, 3, () -> started.add(caller));
    }

    @Test
    void enter_permitsFree_heldAtOnce() {
        assertThat(enter("pia").waited).isFalse();
        assertThat(started).isEmpty();
    }

    @Test
    void enter_callerHoldsTheirShare_waitsWhileOthersAreServed() {
        enter("pia");
        enter("pia");
        assertThat(enter("pia").waited).isTrue();
        assertThat(enter("wim").waited).isFalse();
    }

    @Test
    void release_callersTakeTurns() {
        List<Permit> held = List.of(enter("pia"), enter("pia"), enter("wim"));
        enter("pia");
        enter("pia");
        enter("olga");
        held.get(0).release();
        held.get(1).release();
        assertThat(started).containsExactly("pia", "olga");
    }

    @Test
    void release_twice_freesOnePermit() {
        Permit one = enter("pia");
        enter("pia");
        enter("wim");
        one.release();
        one.release();
        enter("olga");
        assertThat(enter("eve").waited).isTrue();
    }

    @Test
    void enter_tooManyOfOneCaller_429() {
        for (int i = 0; i < 5; i++) {
            enter("pia");
        }
        assertThatThrownBy(() -> enter("pia")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status).isEqualTo(429);
            assertThat(problem.retryAfter()).isPositive();
        });
        assertThat(enter("wim").waited).isFalse();
    }

    @Test
    void enter_tooManyInAll_503() {
        for (String caller : List.of("a", "b", "c", "d", "e", "f", "g")) {
            enter(caller);
        }
        assertThatThrownBy(() -> enter("h")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status).isEqualTo(503));
    }

    @Test
    void abandon_inService_keepsThePermitUntilTheWorkEnds() {
        Permit worked = enter("pia");
        assertThat(worked.beginService()).isTrue();
        enter("wim");
        enter("olga");
        enter("eve");
        worked.abandon();
        assertThat(started).isEmpty();
        worked.release();
        assertThat(started).containsExactly("eve");
    }

    @Test
    void abandon_beforeService_neverServed() {
        Permit gone = enter("pia");
        gone.abandon();
        assertThat(gone.beginService()).isFalse();
    }

    @Test
    void stopWaiting_onlyWhoWaits() {
        Permit held = enter("pia");
        enter("pia");
        Permit waits = enter("pia");
        assertThat(held.stopWaiting()).isFalse();
        assertThat(waits.stopWaiting()).isTrue();
        held.release();
        assertThat(started).isEmpty();
    }
}
