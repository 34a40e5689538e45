package dev.blackstart.findings;

import java.time.Duration;
import java.time.Instant;

import dev.blackstart.conduct.Observation;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** Somebody noticed something. @param finding its id; what it is about is told in {@link FindingLinked} */
public record FindingLogged(String finding, @FreeText String text, String kind, String severity, Instant observedAt,
        Duration observedClock) implements Observation {

    public static final String TYPE = "finding-logged";

    static FindingLogged of(Finding finding) {
        return new FindingLogged(finding.id.toString(), finding.text, finding.kind, finding.severity, finding.observedAt,
                ExerciseClock.duration(finding.observedClock));
    }

    @Override
    public LogSentence describe(LogContext context) {
        return new LogSentence("", new LogSentence.Link(text == null ? "" : text,
                "/findings?exercise=" + context.exercise() + "&state=all&finding=" + finding), "");
    }

    @Override
    public String icon() {
        return "finding";
    }

    @Override
    public String tone() {
        return "finding";
    }
}
