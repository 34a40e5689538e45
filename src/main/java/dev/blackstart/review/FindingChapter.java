package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.review.ReportDraft.Finding;

/** What people noticed, when they saw it and when they wrote it down. */
final class FindingChapter implements Chapter {

    private final Map<String, Finding> findings = new LinkedHashMap<>();

    @Override
    public void read(Told told) {
        if (told.type().equals("finding-logged")) {
            findings.merge(told.text("finding"), finding(told), FindingChapter::linked);
        }
    }

    private static Finding finding(Told told) {
        Instant seenAt = told.text("observedAt") == null ? told.at() : Instant.parse(told.text("observedAt"));
        Duration seen = told.duration("observedClock") == null ? told.clock() : told.duration("observedClock");
        Duration delay = seenAt.isAfter(told.at()) ? Duration.ZERO : Duration.between(seenAt, told.at());
        return new Finding(told.text("finding"), told.text("text"), told.text("kind"), told.text("severity"), told.actor(),
                seenAt, seen, told.at(), told.clock(), delay, told.text("item"), told.text("drill"));
    }

    /** Told twice, to the roster and to control staff: the latter may say what it is linked to. */
    private static Finding linked(Finding first, Finding again) {
        return new Finding(first.id(), first.text(), first.kind(), first.severity(), first.by(), first.seenAt(), first.seen(),
                first.loggedAt(), first.logged(), first.delay(), first.item() == null ? again.item() : first.item(),
                first.drill() == null ? again.drill() : first.drill());
    }

    /** As they came in. */
    List<Finding> findings() {
        return List.copyOf(findings.values());
    }
}
