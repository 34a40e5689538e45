package dev.blackstart.review.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.drills.runbook.Deviation;

/**
 * What was measured and observed on the day, beside what was expected.
 *
 * @param drills those whose fault was injected
 * @param modes failure modes of the plan, imagined before
 * @param steps steps of runbooks that somebody recorded, in the order of the day
 * @param probes all of the plan
 * @param assumptions of the plan, and whether they held
 */
public record Measurements(List<OfDrill> drills, List<Mode> modes, List<Step> steps, List<OfProbe> probes,
        List<Assumption> assumptions) {

    @JsonIgnore
    public boolean isEmpty() {
        return drills.isEmpty() && modes.isEmpty() && steps.isEmpty() && probes.isEmpty() && assumptions.isEmpty();
    }

    /**
     * @param expectedExperience of users, as the plan says; null where it does not
     * @param recoveredWhen the plan's probe or sentence; null where it has none
     */
    public record OfDrill(String drill, String title, String recoveredWhen, String expectedExperience, List<Time> clocks,
            List<Alert> alerts, List<Rated> rated, List<Impact> impact) {
    }

    /**
     * One clock of a drill.
     *
     * @param words as {@code 1 m 12 s} or {@code > 45 m, not detected}
     * @param length to the mark that counts, or to ENDEX or now
     * @param at what the exercise clock showed at the mark that counts; null without one
     * @param by what measured it or on what basis, how and by which path; empty where nobody said
     * @param author person key of who marked it; null where it was measured or not marked
     * @param differs marks differ and are not settled
     */
    public record Time(String clock, @JsonIgnore String name, @JsonIgnore String letter, String state, String words,
            Duration length, Duration at,
            Duration target, boolean over, boolean differs, String by, String author, List<Said> marks) {

        @JsonProperty("met")
        public boolean isMet() {
            return target != null && !over && state.equals("marked");
        }
    }

    /** @param author person key; blackstart for alerts and probes */
    public record Said(Instant at, String source, String author, String basis, String how, String path, String extent) {
    }

    /** An expected alert. @param state came, late or missed @param after since the injection; null where it did not come */
    public record Alert(String name, String state, String source, Duration after) {
    }

    /** Whether an alert helped. @param rating led-there, misled or noise */
    public record Rated(String name, String source, String rating, String by) {
    }

    /** What somebody stated; null for what they do not know. */
    public record Impact(String by, Long customers, Long failedRequests, String dataLost, String p99, String experience) {
    }

    /** @param outcome held, did-not-hold or not-tested; null where nobody said it */
    public record Assumption(String key, String text, String outcome, String note, String by) {
    }

    /** @param outcome as-designed, otherwise, prevented or did-not-happen; null where nobody said it */
    public record Mode(String key, String text, String designed, String outcome, String observed, String by) {
    }

    /**
     * A probe: its breaches as the journal tells them, in wall time, and its newest sample.
     *
     * @param breaches how often it left its tolerance
     * @param outside how long in all
     * @param longest the longest breach
     * @param lasts it was still outside at the end of the report
     * @param message what the probe said of the newest breach, such as {@code The value is 3; good is 0.}; null where there was
     *        none
     * @param last what it measured last, in words; null where it was not measured
     * @param during keys of the drills whose fault was there meanwhile
     */
    public record OfProbe(String probe, String type, int breaches, Duration outside, Duration longest, boolean lasts,
            String message, String last, List<String> during, @JsonIgnore List<String> titles) {

        /** The drills' titles, as a cell of a table shows them. */
        @JsonIgnore
        public String duringWords() {
            return titles.isEmpty() ? "–" : String.join(", ", titles);
        }
    }

    /**
     * @param took since the step of its runbook before it, or STARTEX @param deviation why it deviated, in words; null where it
     *        did not
     * @param proposed how a step that no longer fits should read; null where nobody said it
     */
    public record Step(String runbook, String text, String state, String deviation, String note, String proposed,
            Instant at, Duration clock, Duration took, Duration expected, String by) {

        /** Whether people did it otherwise than the runbook says, which worked. */
        boolean adaptedAndWorked() {
            return Deviation.ADAPTED_WORKED.words().equals(deviation);
        }
    }
}
