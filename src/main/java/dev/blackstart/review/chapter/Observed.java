package dev.blackstart.review.chapter;

import java.util.Map;

import dev.blackstart.calling.CallTreeEvent.CallTreeFinished;
import dev.blackstart.conduct.deconfliction.DeconflictionEvent;
import dev.blackstart.conduct.guardrail.GuardrailEvent.GuardrailActed;
import dev.blackstart.drills.TargetsDrawn;
import dev.blackstart.drills.clock.ClockMarked;
import dev.blackstart.drills.lever.SafetyLeverEvent;
import dev.blackstart.drills.runbook.RunbookStepRecorded;
import dev.blackstart.drills.signal.ExpectedAlertEvent;
import dev.blackstart.exercise.confirmation.ConfirmationEvent;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.probe.sampling.ProbeEvent;

/** What was measured and decided meanwhile: the story says it in the words of the control room's log. */
final class Observed {

    private static final LogContext NOBODY_ELSE = new LogContext(null, Map.of(), Map.of());

    private Observed() {
    }

    static boolean isTold(JournalEvent event) {
        return event instanceof ClockMarked || event instanceof ExpectedAlertEvent || event instanceof ProbeEvent
                || event instanceof GuardrailActed || event instanceof SafetyLeverEvent || event instanceof CallTreeFinished
                || event instanceof RunbookStepRecorded || event instanceof TargetsDrawn
                || event instanceof ConfirmationEvent || event instanceof DeconflictionEvent;
    }

    static String sentence(JournalEvent event) {
        LogSentence said = event.describe(NOBODY_ELSE);
        return said.text() + (said.link() == null ? "" : said.link().text()) + said.after();
    }
}
