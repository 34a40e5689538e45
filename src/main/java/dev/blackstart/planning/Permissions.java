package dev.blackstart.planning;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reader may do in an exercise, for the buttons of its pages. It holds the answers of {@link Sight#may}, which every
 * route asks too, so no page offers what the server refuses. Readers with equal permissions see the same buttons.
 */
public record Permissions(Set<Right> rights) {

    public static Permissions of(Sight sight) {
        return new Permissions(Arrays.stream(Right.values()).filter(sight::may).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Reads what control staff read. */
    public boolean isControl() {
        return may(Right.SEE_CONTROL);
    }

    public boolean isTakePart() {
        return may(Right.TAKE_PART);
    }

    public boolean isPause() {
        return may(Right.PAUSE);
    }

    public boolean isResume() {
        return may(Right.RESUME);
    }

    public boolean isResumeAfterNoDuff() {
        return may(Right.RESUME_AFTER_NO_DUFF);
    }

    public boolean isConduct() {
        return may(Right.CONDUCT);
    }

    public boolean isJudge() {
        return may(Right.JUDGE);
    }

    public boolean isTriage() {
        return may(Right.TRIAGE);
    }

    public boolean isStart() {
        return may(Right.START);
    }

    public boolean isEnd() {
        return may(Right.END);
    }

    public boolean isAbort() {
        return may(Right.ABORT);
    }

    public boolean isSchedule() {
        return may(Right.SCHEDULE);
    }

    public boolean isChangeRoster() {
        return may(Right.CHANGE_ROSTER);
    }

    /** Becomes director, who is not one yet. */
    public boolean isTakeOver() {
        return may(Right.TAKE_OVER) && !may(Right.END);
    }

    public boolean isClose() {
        return may(Right.CLOSE);
    }

    /** Whether the reader may let a paused exercise go on, whatever paused it. */
    public boolean mayResume(PauseReason reason) {
        return may(reason != null && reason.isNoDuff() ? Right.RESUME_AFTER_NO_DUFF : Right.RESUME);
    }
}
