package dev.blackstart.review.chapter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Header;
import dev.blackstart.review.draft.ReportDraft.NoDuff;
import dev.blackstart.review.draft.ReportResult;
import dev.blackstart.review.draft.ReportResult.Tally;
import dev.blackstart.review.draft.ReportWords;
import dev.blackstart.web.Texts;
import io.quarkus.qute.TemplateExtension;

/**
 * The sentences that a report begins with: how the exercise ended, a real emergency, what was met. The same in every format.
 */
@TemplateExtension(namespace = "verdict")
final class Verdict {

    private Verdict() {
    }

    /** How it ended and why, and whether anybody called a real emergency. */
    static String outcome(ReportDraft draft, DirectoryNames names) {
        List<String> said = new ArrayList<>();
        said.add(ending(draft.exercise(), names));
        if (!draft.noDuffs().isEmpty()) {
            said.add(emergency(draft.noDuffs(), names));
        }
        return String.join(" ", said);
    }

    private static String ending(Header exercise, DirectoryNames names) {
        String total = ReportWords.length(exercise.total());
        Duration paused = exercise.paused();
        String stood = paused.isZero() ? "" : ", " + ReportWords.length(paused) + " of it paused";
        if (!exercise.isOver()) {
            return "Still " + exercise.state() + " after " + total + stood + ".";
        }
        if (!"aborted".equals(exercise.outcome())) {
            return "Completed in " + total + stood + ".";
        }
        String by = exercise.endedBy() == null ? "" : " by " + names.of(exercise.endedBy());
        return "Aborted" + by + " after " + total + stood + ReportWords.because(exercise.endReason());
    }

    private static String emergency(List<NoDuff> calls, DirectoryNames names) {
        NoDuff first = calls.get(0);
        String more = calls.size() == 1 ? "" : ", " + Texts.count(calls.size(), "time") + " in all";
        return "NO DUFF, a real emergency, was called by %s at %s%s%s".formatted(names.of(first.by()),
                ReportWords.clock(first.clock()), more, ReportWords.because(first.text()));
    }

    /** Of all that was asked for, not only of what somebody judged. */
    static String expected(Tally tally) {
        if (tally.asked() == 0) {
            return "No expectation was asked for.";
        }
        StringBuilder said = new StringBuilder("%d of %s met in time".formatted(tally.met(),
                Texts.count(tally.asked(), "expectation")));
        add(said, tally.late(), "late");
        add(said, tally.missed(), "missed");
        add(said, tally.unjudged(), "unjudged because of an outage");
        add(said, tally.open(), "not judged");
        return said.append('.').toString();
    }

    /** What was done to targets: an injection that nobody confirmed is not one. */
    static String faults(ReportResult result) {
        String injected = Texts.count(result.faultsInjected(), "fault") + " injected";
        return result.faultsOnlyArmed() == 0 ? injected
                : injected + ", " + result.faultsOnlyArmed() + " armed and never confirmed";
    }

    private static void add(StringBuilder said, int number, String what) {
        if (number > 0) {
            said.append(", ").append(number).append(' ').append(what);
        }
    }
}
