package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.problem.IllegalTransition;

class TimelineItemTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final String MESSAGE = "{\"message\":{\"to\":\"everyone\",\"text\":\"Hello\"}}";
    private static final String EXPECTATION = "{\"expectation\":{\"of\":\"storage\",\"text\":\"Declares\",\"within\":\"PT10S\"}}";
    private static final long SECOND = 1_000_000L;

    @Test
    void release_byClockAndLate_delaysCountFromTheDueInstant() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.release(61 * SECOND, true, NOW);
        assertThat(item.counted()).isEqualTo(60 * SECOND);
        assertThat(item.nextClock).isNull();
    }

    @Test
    void release_byHandBeforeItsInstant_delaysCountFromTheActualOne() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.release(20 * SECOND, false, NOW);
        assertThat(item.counted()).isEqualTo(20 * SECOND);
    }

    @Test
    void release_expectation_deadlineCountsFromTheDueInstant() {
        TimelineItem item = item(EXPECTATION, 60 * SECOND);
        item.release(61 * SECOND, true, NOW);
        assertThat(item.deadlineClock).isEqualTo(70 * SECOND);
        assertThat(item.nextClock).isEqualTo(70 * SECOND);
    }

    @Test
    void release_expectationByHand_deadlineCountsFromTheActualInstant() {
        TimelineItem item = item(EXPECTATION, 60 * SECOND);
        item.release(20 * SECOND, false, NOW);
        assertThat(item.deadlineClock).isEqualTo(30 * SECOND);
    }

    @Test
    void fail_pending_heldAndNotTriedAgain() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.fail("Too long.");
        assertThat(item.state).isEqualTo(ItemState.HELD);
        assertThat(item.nextClock).isNull();
        assertThat(item.failed.step).isEqualTo(FailedStep.RELEASE);
        item.release(70 * SECOND, false, NOW);
        assertThat(item.failed).isNull();
    }

    @Test
    void fail_deadline_theRevealStaysDueAndRetryJudgesAgain() {
        TimelineItem item = new TimelineItem(UUID.randomUUID(), "item", 0, tree(EXPECTATION), null, 0L, 20 * SECOND, null, NOW);
        item.release(0, true, NOW);
        item.fail("No.");
        assertThat(item.failed.step).isEqualTo(FailedStep.DEADLINE);
        assertThat(item.state).isEqualTo(ItemState.RELEASED);
        assertThat(item.nextClock).isEqualTo(20 * SECOND);
        item.retry();
        assertThat(item.nextClock).isEqualTo(10 * SECOND);
        item.fail("No.");
        item.miss(20 * SECOND);
        assertThat(item.failed).isNull();
    }

    @Test
    void fail_reveal_theDeadlineStaysDue() {
        TimelineItem item = new TimelineItem(UUID.randomUUID(), "item", 0, tree(EXPECTATION), null, 0L, 5 * SECOND, null, NOW);
        item.release(0, true, NOW);
        item.fail("No.");
        assertThat(item.failed.step).isEqualTo(FailedStep.REVEAL);
        assertThat(item.nextClock).isEqualTo(10 * SECOND);
        item.miss(10 * SECOND);
        assertThat(item.nextClock).as("a judgement retries no reveal").isNull();
    }

    @Test
    void complete_expectation_nothingIsDueAnyMore() {
        TimelineItem item = item(EXPECTATION, 0L);
        item.release(0, true, NOW);
        item.complete(null, 5 * SECOND, NOW);
        assertThat(item.nextClock).isNull();
        assertThat(item.settledClock).isEqualTo(5 * SECOND);
    }

    @Test
    void complete_missed_lateButCompleted() {
        TimelineItem item = item(EXPECTATION, 0L);
        item.release(0, true, NOW);
        item.miss(10 * SECOND);
        item.complete(null, 12 * SECOND, NOW);
        assertThat(item.state).isEqualTo(ItemState.COMPLETED);
    }

    @Test
    void reveal_releasedBefore_atItsInstant() {
        TimelineItem item = revealed(40 * SECOND);
        item.release(10 * SECOND, true, NOW);
        assertThat(item.nextClock).isEqualTo(40 * SECOND);
        assertThat(item.isToReveal()).isTrue();
        item.reveal(NOW);
        assertThat(item.nextClock).isNull();
        assertThat(item.revealedAt).isEqualTo(NOW);
    }

    @Test
    void reveal_notReleasedYet_neverBeforeTheRelease() {
        TimelineItem item = revealed(5 * SECOND);
        assertThat(item.nextClock).isEqualTo(10 * SECOND);
        assertThat(item.isToReveal()).isFalse();
        item.release(10 * SECOND, true, NOW);
        assertThat(item.nextClock).isEqualTo(10 * SECOND);
        assertThat(item.isToReveal()).isTrue();
    }

    @Test
    void reveal_completedItem_stillRevealed() {
        TimelineItem item = revealed(40 * SECOND);
        item.release(10 * SECOND, true, NOW);
        item.complete(null, 20 * SECOND, NOW);
        assertThat(item.nextClock).isEqualTo(40 * SECOND);
        assertThat(item.isToReveal()).isTrue();
    }

    @Test
    void reveal_deadlineBeforeIt_deadlineFirst() {
        TimelineItem item = new TimelineItem(UUID.randomUUID(), "item", 0, tree(EXPECTATION), null, 0L, 40 * SECOND, null, NOW);
        item.release(0, true, NOW);
        assertThat(item.nextClock).isEqualTo(10 * SECOND);
        assertThat(item.isToReveal()).isFalse();
        item.miss(10 * SECOND);
        assertThat(item.nextClock).isEqualTo(40 * SECOND);
        assertThat(item.isToReveal()).isTrue();
    }

    @Test
    void hold_pending_notDueUntilItIsLetGo() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.hold();
        assertThat(item.nextClock).isNull();
        item.unhold(90 * SECOND);
        assertThat(item.state).isEqualTo(ItemState.PENDING);
        assertThat(item.nextClock).isEqualTo(90 * SECOND);
    }

    @Test
    void unhold_beforeItsInstant_keepsIt() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.hold();
        item.unhold(30 * SECOND);
        assertThat(item.nextClock).isEqualTo(60 * SECOND);
    }

    @Test
    void defer_held_pendingWithItsNewInstant() {
        TimelineItem item = item(MESSAGE, 60 * SECOND);
        item.hold();
        item.defer(120 * SECOND);
        assertThat(item.state).isEqualTo(ItemState.PENDING);
        assertThat(item.nextClock).isEqualTo(120 * SECOND);
    }

    @Test
    void fallDue_held_staysHeld() {
        TimelineItem item = item(MESSAGE, null);
        item.hold();
        item.fallDue(10 * SECOND);
        assertThat(item.nextClock).isNull();
    }

    private static final Map<String, EnumSet<ItemState>> FROM = Map.of(
            "release", EnumSet.of(ItemState.PENDING, ItemState.HELD),
            "hold", EnumSet.of(ItemState.PENDING),
            "unhold", EnumSet.of(ItemState.HELD),
            "defer", EnumSet.of(ItemState.PENDING, ItemState.HELD),
            "skip", EnumSet.of(ItemState.PENDING, ItemState.HELD),
            "complete", EnumSet.of(ItemState.RELEASED, ItemState.MISSED, ItemState.UNJUDGED),
            "miss", EnumSet.of(ItemState.RELEASED),
            "unjudge", EnumSet.of(ItemState.RELEASED),
            "markNotExercised", EnumSet.of(ItemState.RELEASED, ItemState.UNJUDGED));

    private static final Map<String, Consumer<TimelineItem>> VERBS = Map.of(
            "release", item -> item.release(0, true, NOW),
            "hold", TimelineItem::hold,
            "unhold", item -> item.unhold(0),
            "defer", item -> item.defer(5),
            "skip", TimelineItem::skip,
            "complete", item -> item.complete(null, 0, NOW),
            "miss", item -> item.miss(0),
            "unjudge", item -> item.unjudge(0),
            "markNotExercised", TimelineItem::markNotExercised);

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void verbs_fromEachState_onlyWhatTheContractAllows(ItemState state) {
        VERBS.forEach((verb, act) -> {
            TimelineItem item = in(state);
            if (FROM.get(verb).contains(state)) {
                act.accept(item);
            } else {
                assertThatThrownBy(() -> act.accept(item)).as("%s from %s", verb, state)
                        .isInstanceOfSatisfying(IllegalTransition.class,
                                refused -> assertThat(refused.document()).containsEntry("allowed", state.allowed()));
                assertThat(item.state).isEqualTo(state);
            }
        });
    }

    private static TimelineItem in(ItemState state) {
        TimelineItem item = item(EXPECTATION, 0L);
        if (state == ItemState.HELD) {
            item.hold();
        } else if (state == ItemState.SKIPPED) {
            item.skip();
        } else if (state != ItemState.PENDING) {
            item.release(0, true, NOW);
        }
        Map.<ItemState, Consumer<TimelineItem>> of(ItemState.COMPLETED, VERBS.get("complete"), ItemState.MISSED,
                VERBS.get("miss"), ItemState.UNJUDGED, VERBS.get("unjudge")).getOrDefault(state, same -> {
                }).accept(item);
        return item;
    }

    private static TimelineItem item(String body, Long due) {
        return new TimelineItem(UUID.randomUUID(), "item", 0, tree(body), null, due, null, null, NOW);
    }

    private static TimelineItem revealed(long at) {
        return new TimelineItem(UUID.randomUUID(), "item", 0, tree(MESSAGE), null, 10 * SECOND, at, null, NOW);
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }
}
