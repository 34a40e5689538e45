package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.findings.FindingLinked;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.findings.attachment.AttachmentAdded;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.FollowupDraft.Triage;
import dev.blackstart.review.draft.ReportDraft.Attachment;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportEntry;

/** What people noticed, when they saw it and when they wrote it down. */
public final class FindingChapter implements Chapter {

    private final Map<String, Triage> triage;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    public FindingChapter(Map<String, Triage> triage) {
        this.triage = triage;
    }

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof FindingLogged logged) {
            findings.put(logged.finding(), finding(told, logged));
        } else if (event instanceof FindingLinked linked) {
            findings.computeIfPresent(linked.finding(), (id, finding) -> linked(finding, linked));
        } else if (event instanceof AttachmentAdded added && findings.containsKey(added.finding())) {
            findings.get(added.finding()).attachments()
                    .add(new Attachment(added.attachment(), added.name(), added.mediaType(), added.size()));
        }
    }

    private static Finding finding(ReportEntry told, FindingLogged logged) {
        Instant seenAt = logged.observedAt() == null ? told.at() : logged.observedAt();
        Duration seen = logged.observedClock() == null ? told.clock() : logged.observedClock();
        Duration delay = seenAt.isAfter(told.at()) ? Duration.ZERO : Duration.between(seenAt, told.at());
        return new Finding(logged.finding(), logged.text(), logged.kind(), logged.severity(), "new", told.actor(), seenAt,
                seen, told.at(), told.clock(), delay, null, null, new ArrayList<>(), null, null, null);
    }

    /** Everybody reads the finding, control staff alone what it is linked to: an entry of its own. */
    private static Finding linked(Finding finding, FindingLinked linked) {
        return new Finding(finding.id(), finding.text(), finding.kind(), finding.severity(), finding.state(), finding.by(),
                finding.seenAt(), finding.seen(), finding.loggedAt(), finding.logged(), finding.delay(), linked.item(),
                linked.drill(), finding.attachments(), null, null, null);
    }

    private Finding triaged(Finding finding) {
        Triage now = triage.get(finding.id());
        return now == null ? finding
                : new Finding(finding.id(), finding.text(), now.kind(), now.severity(), now.state(), finding.by(),
                        finding.seenAt(), finding.seen(), finding.loggedAt(), finding.logged(), finding.delay(), finding.item(),
                        finding.drill(), finding.attachments(), now.defect(), now.reason(), now.by());
    }

    /** As they were seen, with what triage has made of them. */
    public List<Finding> findings() {
        return findings.values().stream().map(this::triaged).sorted(Comparator.comparing(Finding::seenAt)).toList();
    }
}
