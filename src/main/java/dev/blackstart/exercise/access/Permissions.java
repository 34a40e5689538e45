package dev.blackstart.exercise.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.Permission;

/**
 * What a reader may do in an exercise, for the buttons of its pages. It holds the answers of {@link ExerciseAccess#may}, which
 * every
 * route asks too, so no page offers what the server refuses. Readers with equal permissions see the same buttons.
 */
public record Permissions(Set<Permission> rights) {

    public static Permissions of(ExerciseAccess sight) {
        return new Permissions(Arrays.stream(Permission.values()).filter(sight::may).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean may(Permission right) {
        return rights.contains(right);
    }

    /** Reads what control staff read. */
    public boolean isControl() {
        return may(Permission.SEE_CONTROL);
    }

    public boolean isSeeTouched() {
        return may(Permission.SEE_TOUCHED);
    }

    public boolean isTakePart() {
        return may(Permission.TAKE_PART);
    }

    public boolean isPause() {
        return may(Permission.PAUSE);
    }

    public boolean isResume() {
        return may(Permission.RESUME);
    }

    public boolean isResumeAfterNoDuff() {
        return may(Permission.RESUME_AFTER_NO_DUFF);
    }

    public boolean isConduct() {
        return may(Permission.CONDUCT);
    }

    public boolean isConfirm() {
        return may(Permission.CONFIRM);
    }

    public boolean isJudge() {
        return may(Permission.JUDGE);
    }

    public boolean isTriage() {
        return may(Permission.TRIAGE);
    }

    public boolean isStart() {
        return may(Permission.START);
    }

    public boolean isEnd() {
        return may(Permission.END);
    }

    public boolean isAbort() {
        return may(Permission.ABORT);
    }

    public boolean isSchedule() {
        return may(Permission.SCHEDULE);
    }

    public boolean isChangeRoster() {
        return may(Permission.CHANGE_ROSTER);
    }

    /** Becomes director, who is not one yet. */
    public boolean isTakeOver() {
        return may(Permission.TAKE_OVER) && !may(Permission.END);
    }

    public boolean isClose() {
        return may(Permission.CLOSE);
    }

    /** Whether the reader may let a paused exercise go on, whatever paused it. */
    public boolean mayResume(PauseReason reason) {
        return may(reason != null && reason.isNoDuff() ? Permission.RESUME_AFTER_NO_DUFF : Permission.RESUME);
    }
}
