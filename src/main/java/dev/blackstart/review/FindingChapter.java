package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.review.ReportDraft.Attachment;
import dev.blackstart.review.ReportDraft.Finding;
import dev.blackstart.review.ReportDraft.Triage;

/** What people noticed, when they saw it and when they wrote it down. */
final class FindingChapter implements Chapter {

    private final Map<String, Triage> triage;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    FindingChapter(Map<String, Triage> triage) {
        this.triage = triage;
    }

    @Override
    public void read(ReportEntry told) {
        if (told.type().equals("finding-logged")) {
            findings.put(told.text("finding"), finding(told));
        } else if (told.type().equals("finding-linked")) {
            findings.computeIfPresent(told.text("finding"), (id, finding) -> linked(finding, told));
        } else if (told.type().equals("attachment-added") && findings.containsKey(told.text("finding"))) {
            findings.get(told.text("finding")).attachments().add(new Attachment(told.text("attachment"), told.text("name"),
                    told.text("type"), told.data().path("size").asLong()));
        }
    }

    private static Finding finding(ReportEntry told) {
        Instant seenAt = told.text("observedAt") == null ? told.at() : Instant.parse(told.text("observedAt"));
        Duration seen = told.duration("observedClock") == null ? told.clock() : told.duration("observedClock");
        Duration delay = seenAt.isAfter(told.at()) ? Duration.ZERO : Duration.between(seenAt, told.at());
        return new Finding(told.text("finding"), told.text("text"), told.text("kind"), told.text("severity"), "new",
                told.actor(),
                seenAt, seen, told.at(), told.clock(), delay, null, null, new ArrayList<>());
    }

    /** Everybody reads the finding, control staff alone what it is linked to: an entry of its own. */
    private static Finding linked(Finding finding, ReportEntry told) {
        return new Finding(finding.id(), finding.text(), finding.kind(), finding.severity(), finding.state(), finding.by(),
                finding.seenAt(), finding.seen(), finding.loggedAt(), finding.logged(), finding.delay(), told.text("item"),
                told.text("drill"),
                finding.attachments());
    }

    private Finding triaged(Finding finding) {
        Triage now = triage.get(finding.id());
        return now == null ? finding
                : new Finding(finding.id(), finding.text(), now.kind(), now.severity(), now.state(), finding.by(),
                        finding.seenAt(), finding.seen(), finding.loggedAt(), finding.logged(), finding.delay(), finding.item(),
                        finding.drill(), finding.attachments());
    }

    /** As they were seen, with what triage has made of them. */
    List<Finding> findings() {
        return findings.values().stream().map(this::triaged).sorted(Comparator.comparing(Finding::seenAt)).toList();
    }
}
