package dev.blackstart.followup.signal;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.TriageState;

/**
 * A weak signal as its finder sees it once the exercise is over.
 *
 * @param outcome new (nobody has looked at it yet, or it is looked at again), confirmed, noted or dismissed
 * @param reason why, in the words of whoever decided; null where they gave none
 * @param mayObject once, to what is not confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignalView(UUID id, String text, Instant observedAt, String zone, String outcome, String reason, String objection,
        boolean mayObject) {

    static SignalView of(Finding finding, Exercise exercise) {
        return new SignalView(finding.id, finding.text, finding.observedAt, exercise.zone, finding.state.key(),
                finding.triageReason, finding.objection, mayObject(finding));
    }

    static boolean mayObject(Finding finding) {
        return finding.objectedAt == null
                && (finding.state == TriageState.DISMISSED || finding.state == TriageState.NOTED);
    }
}
