package dev.blackstart.drills.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** A runbook with how its steps were done so far. @param recorded how many of them */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunbookView(String key, String title, String url, int recorded, List<StepView> steps) {

    /**
     * @param state null while nobody recorded it
     * @param took on the exercise clock, see {@link StepTimes}
     * @param over it took longer than the plan expects
     * @param proposed how it should read, since it no longer fits; null where nobody said it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepView(String key, String text, Duration expected, String state, String deviation, String note, String by,
            Instant at, Duration took, boolean over, String proposed) {

        @JsonIgnore
        public boolean isRecorded() {
            return state != null;
        }

        /** Why it deviated, in words; null where it did not. */
        @JsonIgnore
        public String deviationWords() {
            return deviation == null ? null : Deviation.of(deviation).words();
        }
    }

    /** Whether somebody said how a step should read. */
    @JsonIgnore
    public boolean isChangeProposed() {
        return steps.stream().anyMatch(step -> step.proposed() != null);
    }

    /** The first step that nobody recorded: the one to do now; null at the end. */
    @JsonIgnore
    public String next() {
        return steps.stream().filter(step -> !step.isRecorded()).map(StepView::key).findFirst().orElse(null);
    }
}
