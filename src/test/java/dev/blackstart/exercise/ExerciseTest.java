package dev.blackstart.exercise;

import static dev.blackstart.exercise.ExerciseState.CANCELLED;
import static dev.blackstart.exercise.ExerciseState.CLOSED;
import static dev.blackstart.exercise.ExerciseState.DRAFT;
import static dev.blackstart.exercise.ExerciseState.ENDED;
import static dev.blackstart.exercise.ExerciseState.PAUSED;
import static dev.blackstart.exercise.ExerciseState.RUNNING;
import static dev.blackstart.exercise.ExerciseState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.exercise.Exercise.CatchUp;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.problem.IllegalTransition;

/** draft → scheduled → running ⇄ paused → ended → closed; draft or scheduled → cancelled; paused → ended. */
class ExerciseTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private static final Map<ExerciseState, Set<ExerciseState>> LEGAL = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(SCHEDULED, CANCELLED),
            SCHEDULED, EnumSet.of(RUNNING, CANCELLED),
            RUNNING, EnumSet.of(PAUSED, ENDED),
            PAUSED, EnumSet.of(RUNNING, ENDED),
            ENDED, EnumSet.of(CLOSED),
            CLOSED, EnumSet.noneOf(ExerciseState.class),
            CANCELLED, EnumSet.noneOf(ExerciseState.class)));

    private static Stream<Arguments> moves() {
        return LEGAL.keySet().stream().flatMap(from -> LEGAL.keySet().stream().filter(to -> to != DRAFT && to != from)
                .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void move_fromEachStateToEach_onlyWhatTheContractAllows(ExerciseState from, ExerciseState to) {
        Exercise exercise = in(from);
        if (LEGAL.get(from).contains(to)) {
            move(exercise, to);
            assertThat(exercise.state).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> move(exercise, to)).isInstanceOfSatisfying(IllegalTransition.class, refused -> {
                assertThat(refused.status).isEqualTo(409);
                assertThat(refused.document().get("allowed")).asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrderElementsOf(LEGAL.get(from).stream().map(ExerciseState::key).toList());
            });
            assertThat(exercise.state).isEqualTo(from);
        }
    }

    @Test
    void end_running_clockStandsAndOutcomeIsKept() {
        Exercise exercise = in(RUNNING);
        exercise.end(Outcome.ABORTED, NOW.plusSeconds(90));
        assertThat(exercise.clock.isRunning()).isFalse();
        assertThat(exercise.clock.position(NOW.plusSeconds(900))).isEqualTo(90_000_000L);
        assertThat(exercise.outcome).isEqualTo(Outcome.ABORTED);
        assertThat(exercise.endedAt).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void end_paused_clockStaysWhereItStood() {
        Exercise exercise = in(RUNNING);
        exercise.pause(PauseReason.ASKED, NOW.plusSeconds(30));
        exercise.end(Outcome.COMPLETED, NOW.plusSeconds(90));
        assertThat(exercise.clock.position(NOW.plusSeconds(900))).isEqualTo(30_000_000L);
    }

    @Test
    void pause_running_nothingFallsDue() {
        Exercise exercise = in(RUNNING);
        exercise.nextDueAt = NOW.plusSeconds(60);
        exercise.pause(PauseReason.ASKED, NOW.plusSeconds(30));
        assertThat(exercise.nextDueAt).isNull();
    }

    @Test
    void resume_afterOutageShift_goesOnAtTheBackdatedInstant() {
        Exercise exercise = outOf(30);
        exercise.resume(CatchUp.SHIFT, NOW.plusSeconds(300));
        assertThat(exercise.clock.position(NOW.plusSeconds(301))).isEqualTo(31_000_000L);
        assertThat(exercise.wasOut(100_000_000L)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = CatchUp.class, names = { "RELEASE", "SKIP" })
    void resume_afterOutageCounted_clockIncludesItAndRemembersIt(CatchUp catchUp) {
        Exercise exercise = outOf(30);
        exercise.resume(catchUp, NOW.plusSeconds(300));
        assertThat(exercise.clock.position(NOW.plusSeconds(301))).isEqualTo(301_000_000L);
        assertThat(exercise.wasOut(100_000_000L)).isTrue();
        assertThat(exercise.wasOut(29_000_000L)).isFalse();
        assertThat(exercise.wasOut(300_000_001L)).isFalse();
    }

    @Test
    void resume_afterAskedPause_catchUpCountsNothing() {
        Exercise exercise = in(RUNNING);
        exercise.pause(PauseReason.ASKED, NOW.plusSeconds(30));
        exercise.resume(CatchUp.RELEASE, NOW.plusSeconds(300));
        assertThat(exercise.clock.position(NOW.plusSeconds(300))).isEqualTo(30_000_000L);
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void deepenPause_whateverItStoodFor_aRealEmergencyFromThenOn(PauseReason reason) {
        Exercise exercise = in(RUNNING);
        exercise.pause(reason, NOW.plusSeconds(30));
        exercise.deepenPause();
        assertThat(exercise.pauseReason.isNoDuff()).isTrue();
        assertThat(exercise.pauseReason.isOutage()).isEqualTo(reason.isOutage());
    }

    @Test
    void move_begun_refused() {
        Exercise exercise = in(RUNNING);
        assertThatThrownBy(() -> exercise.move(NOW, "UTC", null)).isInstanceOf(IllegalTransition.class);
    }

    @ParameterizedTest
    @EnumSource(ExerciseState.class)
    void takesFindings_fromRunningUntilClosed(ExerciseState state) {
        assertThat(state.takesFindings()).isEqualTo(EnumSet.of(RUNNING, PAUSED, ENDED).contains(state));
    }

    private static Exercise outOf(int seconds) {
        Exercise exercise = in(RUNNING);
        exercise.pause(PauseReason.OUTAGE, NOW.plusSeconds(seconds));
        return exercise;
    }

    private static void move(Exercise exercise, ExerciseState to) {
        Map<ExerciseState, Consumer<Exercise>> verbs = Map.of(
                SCHEDULED, one -> one.schedule(NOW),
                RUNNING, one -> {
                    if (one.state == PAUSED) {
                        one.resume(null, NOW.plusSeconds(2));
                    } else {
                        one.start(NOW);
                    }
                },
                PAUSED, one -> one.pause(PauseReason.ASKED, NOW.plusSeconds(1)),
                ENDED, one -> one.end(Outcome.COMPLETED, NOW.plusSeconds(1)),
                CLOSED, Exercise::close,
                CANCELLED, Exercise::cancel);
        verbs.get(to).accept(exercise);
    }

    private static Exercise in(ExerciseState state) {
        Exercise exercise = new Exercise();
        exercise.mode = Mode.LIVE;
        exercise.startsAt = NOW;
        Stream<ExerciseState> channel = switch (state) {
            case DRAFT -> Stream.of();
            case SCHEDULED -> Stream.of(SCHEDULED);
            case RUNNING -> Stream.of(SCHEDULED, RUNNING);
            case PAUSED -> Stream.of(SCHEDULED, RUNNING, PAUSED);
            case ENDED -> Stream.of(SCHEDULED, RUNNING, ENDED);
            case CLOSED -> Stream.of(SCHEDULED, RUNNING, ENDED, CLOSED);
            case CANCELLED -> Stream.of(CANCELLED);
        };
        channel.forEach(step -> move(exercise, step));
        return exercise;
    }
}
