package dev.blackstart.review.chapter;

import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseResumed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.GateOverridden;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.conduct.ExerciseEvent.ReasonGiven;
import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemDeferred;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemChange.ItemMissed;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemChange.ItemUnjudged;
import dev.blackstart.conduct.ItemEvent.ItemAdded;
import dev.blackstart.conduct.ItemEvent.ItemFailed;
import dev.blackstart.conduct.ItemEvent.JudgementWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.exercise.RosterEvent.DirectionTakenOver;
import dev.blackstart.exercise.RosterEvent.PersonSeated;
import dev.blackstart.exercise.RosterEvent.RoleHandedOver;
import dev.blackstart.exercise.RosterEvent.SeatEnded;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.journal.Journal;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft.Moment;
import dev.blackstart.review.draft.ReportWords;
import io.quarkus.qute.TemplateExtension;

/** Tells the moments of a story in sentences. */
@TemplateExtension(namespace = "story")
public final class StoryText {

    private StoryText() {
    }

    /** What happened and who did it; what they said stands beside it. */
    public static String head(Moment moment, DirectoryNames names) {
        String by = " by " + names.of(moment.by());
        String subject = moment.subject() == null ? "" : moment.subject();
        return switch (moment.type()) {
            case ExerciseStarted.TYPE -> "STARTEX" + by;
            case ExerciseEnded.TYPE -> "ENDEX, " + subject + "," + by;
            case ExercisePaused.TYPE -> subject.equals("outage") ? "PAUSEX: nothing was conducted" : "PAUSEX" + by;
            case ExerciseResumed.TYPE -> "Resumed" + by;
            case ExerciseClosed.TYPE -> "Closed" + by;
            case NoDuffCalled.TYPE -> "NO DUFF" + by;
            case ReasonGiven.TYPE -> "The reason, for control staff";
            case GateOverridden.TYPE -> "Gate overridden" + by + ": " + subject;
            case "message-sent" -> "Message to " + names.all(moment.to()) + from(moment, " from ")
                    + (subject.isEmpty() ? "" : ": " + subject);
            case "message-spoken" -> "Spoken" + by + " to " + names.all(moment.to()) + from(moment, " as ") + ": " + subject;
            case "observed" -> subject + (moment.by().equals(Journal.PLATFORM) ? "" : " (" + names.of(moment.by()) + ")");
            case ReplySent.TYPE -> "Reply" + by;
            case NoteWritten.TYPE -> "Note" + by;
            case NoteWithdrawn.TYPE -> "Note withdrawn" + by;
            case FindingLogged.TYPE -> "Finding" + by;
            default -> ofFault(moment, subject, by, names);
        };
    }

    private static String from(Moment moment, String word) {
        return moment.from() == null ? "" : word + moment.from();
    }

    private static String ofFault(Moment moment, String subject, String by, DirectoryNames names) {
        return switch (moment.type()) {
            case DrillArmed.TYPE -> "Fault armed" + by + ": " + subject;
            case FaultInjected.TYPE -> "Fault injected" + by + ": " + subject;
            case FaultRevertStarted.TYPE -> "Revert begun" + by + ": " + subject;
            case FaultRevertFailed.TYPE -> "Revert failed: " + subject;
            case FaultReverted.TYPE -> "Reverted, confirmed" + by + ": " + subject;
            case PersonSeated.TYPE -> names.of(subject) + " joined the roster as " + ReportWords.word(moment.text());
            case RoleHandedOver.TYPE -> names.of(subject) + " took over as " + ReportWords.word(moment.text());
            case DirectionTakenOver.TYPE -> names.of(subject) + " took over direction";
            case SeatEnded.TYPE -> names.of(subject) + " left the roster as " + ReportWords.word(moment.text());
            default -> ofItem(moment, subject, by, names);
        };
    }

    private static String ofItem(Moment moment, String subject, String by, DirectoryNames names) {
        String whose = moment.to().isEmpty() ? "" : " by " + names.all(moment.to());
        return switch (moment.type()) {
            case "decision-asked" -> "To decide" + whose + ": " + subject;
            case "call-begun" -> "Call tree: " + subject;
            case "expectation-met" -> "Met" + whose + ", seen" + by + ": " + subject;
            case "expectation-late" -> "Met late" + whose + ", seen" + by + ": " + subject;
            case ItemMissed.TYPE -> "Missed" + whose + ": " + subject;
            case JudgementWithdrawn.TYPE -> "Judgement withdrawn" + by + ": " + subject;
            case ItemUnjudged.TYPE -> "Not judged: " + subject;
            case ItemChosen.TYPE -> "Decided" + by + ": " + subject;
            case ItemCompleted.TYPE -> "Done" + by + ": " + subject;
            case ItemSkipped.TYPE -> "Skipped" + by + ": " + subject;
            case ItemFailed.TYPE -> "Failed: " + subject;
            case ItemHeld.TYPE -> "Held" + by + ": " + subject;
            case ItemDeferred.TYPE -> "Deferred" + by + ": " + subject;
            case ItemAdded.TYPE -> "Added" + by + ": " + subject;
            default -> ReportWords.word(moment.type()) + ": " + subject;
        };
    }

    /** What was said with it; null where the head says it all. */
    public static String said(Moment moment) {
        return switch (moment.type()) {
            case PersonSeated.TYPE, RoleHandedOver.TYPE, DirectionTakenOver.TYPE, SeatEnded.TYPE -> null;
            default -> moment.text();
        };
    }
}
