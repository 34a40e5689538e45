package dev.blackstart.findings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;

import dev.blackstart.calling.tree.CallTreeGap;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultChanged;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.runbook.RunbookGap;
import dev.blackstart.drills.signal.ExpectedAlertGap;
import dev.blackstart.drills.view.DrillViews;
import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.findings.attachment.Attachment;
import dev.blackstart.findings.attachment.AttachmentToken;
import dev.blackstart.findings.attachment.AttachmentView;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;

/** Logs findings: once, whatever is sent twice, and in the order of the journal. */
@ApplicationScoped
public class Findings {

    static final int LONGEST = 100_000;

    /** A phone's clock may be a little ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    /** Nothing that was seen in this exercise is older. */
    private static final Duration OLDEST = Duration.ofDays(366);

    private final Clock clock;
    private final Journal journal;

    Findings(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * What is sent; item, drill and single point of failure by the names the sender knows them by.
     *
     * @param attachmentToken made by whoever sends a finding without a name, so that no lost answer loses it; null to have one
     *        made
     */
    public record Entry(UUID id, String text, String kind, String severity, String drill, String item,
            String singlePoint, Instant observedAt, boolean anonymous, String attachmentToken) {
    }

    /**
     * @param fresh whether it was logged just now, rather than before
     * @param attachmentToken of one without a name, logged just now; else null
     */
    public record Logged(Finding finding, boolean fresh, String attachmentToken) {
    }

    /**
     * What it names is found in one transaction, as its sender sees it; it is logged in a second one, which holds the
     * exercise's lock. Two that carry the same id at the same moment: the second one finds the first.
     */
    public Logged log(UUID exerciseId, Entry entry, ExerciseAccess by) {
        UUID id = entry.id() == null ? UUID.randomUUID() : entry.id();
        Finding.Content content = QuarkusTransaction.requiringNew().call(() -> content(exerciseId, entry, by));
        String author = entry.anonymous() ? null : by.viewer();
        try {
            return QuarkusTransaction.requiringNew().call(() -> once(exerciseId, id, entry, content, author));
        } catch (PersistenceException | QuarkusTransactionException raced) {
            return QuarkusTransaction.requiringNew().call(() -> once(exerciseId, id, entry, content, author));
        }
    }

    private Logged once(UUID exerciseId, UUID id, Entry entry, Finding.Content content, String author) {
        Finding before = Finding.findById(id);
        if (before != null) {
            if (!before.says(exerciseId, content, author)) {
                throw Problem.conflict("Another finding has this id already; send yours with a new id.");
            }
            return new Logged(before, false, null);
        }
        Exercise exercise = Exercise.lock(exerciseId);
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
        Instant at = clock.instant();
        Instant seen = seen(entry.observedAt(), at);
        Finding finding = new Finding(id, exerciseId, content, seen, ClockHistory.position(exercise, seen, at), author, at);
        finding.persist();
        tell(exercise, finding, at);
        return new Logged(finding, true, author == null ? AttachmentToken.make(id, entry.attachmentToken()) : null);
    }

    private static Finding.Content content(UUID exerciseId, Entry entry, ExerciseAccess by) {
        if (entry.text() == null || entry.text().isBlank()) {
            throw Problem.invalid("text", "Write what you saw.");
        }
        TextLimits.atMost(LONGEST, "text", entry.text());
        return new Finding.Content(entry.text(), FindingLabels.oneOf("kind", FindingLabels.KINDS, entry.kind()),
                FindingLabels.oneOf("severity", FindingLabels.SEVERITIES, entry.severity()), item(exerciseId, entry.item(), by),
                drill(exerciseId, entry.drill(), by), singlePoint(entry.singlePoint(), by));
    }

    /** What the sender may not see does not exist for them. */
    private static UUID item(UUID exerciseId, String name, ExerciseAccess by) {
        if (name == null || name.isBlank()) {
            return null;
        }
        TimelineItem item = Timeline.find(exerciseId, name, by);
        if (item == null) {
            throw Problem.invalid("item", "There is no such item; leave it out.");
        }
        return item.id;
    }

    private static UUID drill(UUID exerciseId, String name, ExerciseAccess by) {
        if (name == null || name.isBlank()) {
            return null;
        }
        Exercise exercise = Exercise.findById(exerciseId);
        return Drill.of(exerciseId).stream()
                .filter(drill -> (by.control() && drill.key.equals(name) || drill.id.toString().equals(name))
                        && DrillViews.isVisible(drill, exercise, by))
                .findFirst().orElseThrow(() -> Problem.invalid("drill", "There is no such drill; leave it out.")).id;
    }

    private static UUID singlePoint(String name, ExerciseAccess by) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return SinglePoints.called(name, by.viewer(), by.master()).id;
    }

    private static Instant seen(Instant said, Instant now) {
        if (said == null) {
            return now;
        }
        if (said.isBefore(now.minus(OLDEST))) {
            throw Problem.invalid("observedAt", "observedAt lies more than a year back; leave it out or correct it.");
        }
        return said.isAfter(now.plus(AHEAD)) ? now : said.truncatedTo(ChronoUnit.MICROS);
    }

    /** All on the roster, unless it names something not all of them may see. */
    static Audience readers(Finding finding) {
        return finding.proposed || namesUnreleased(finding) ? Audience.CONTROL : Audience.ROSTER;
    }

    /** Whether it is about an item or a drill that has not come yet: that there is something to find would tell of it. */
    static boolean namesUnreleased(Finding finding) {
        TimelineItem item = finding.itemId == null ? null : TimelineItem.findById(finding.itemId);
        Drill drill = finding.drillId == null ? null : Drill.findById(finding.drillId);
        return item != null && item.releasedAt == null || drill != null && drill.armedAt == null;
    }

    /** Calling showed a flaw: proposed to control staff, who say what it is. */
    void propose(@Observes CallTreeGap flaw) {
        Exercise exercise = flaw.exercise();
        Finding finding = Finding.proposed(exercise.id, flaw.itemId(), flaw.text(), "communication-gap",
                exercise.clock.position(flaw.at()), flaw.at());
        propose(exercise, finding, flaw.at());
    }

    /** Monitoring stayed silent: proposed to control staff, who say what it is. */
    void proposeMonitoringGap(@Observes ExpectedAlertGap gap) {
        Exercise exercise = gap.exercise();
        Finding finding = Finding.proposedOfDrill(exercise.id, gap.drill().id, gap.text(), "monitoring-gap",
                exercise.clock.position(gap.at()), gap.at());
        propose(exercise, finding, gap.at());
    }

    /** A fault of the exercise is part of a real incident: proposed to control staff, who say what it shows. */
    void proposeOfHandOver(@Observes FaultChanged changed) {
        if (changed.event() instanceof FaultHandedOver event) {
            Exercise exercise = changed.exercise();
            Finding finding = Finding.proposedOfDrill(exercise.id, changed.drill().id,
                    "The fault was not reverted in the exercise; it was handed over to the incident %s.".formatted(event.why()),
                    "latent-defect", exercise.clock.position(changed.at()), changed.at());
            propose(exercise, finding, changed.at());
        }
    }

    /** A step of a runbook no longer fits: proposed to control staff, who change the runbook. */
    void proposeRunbookGap(@Observes RunbookGap gap) {
        Exercise exercise = gap.exercise();
        Finding finding = Finding.proposed(exercise.id, null, gap.text(), "runbook-gap", exercise.clock.position(gap.at()),
                gap.at());
        propose(exercise, finding, gap.at());
    }

    private void propose(Exercise exercise, Finding finding, Instant at) {
        finding.persist();
        tell(exercise, finding, at);
    }

    /** Its readers read it; what it names, control staff alone. */
    private void tell(Exercise exercise, Finding finding, Instant at) {
        TimelineItem item = finding.itemId == null ? null : TimelineItem.findById(finding.itemId);
        Drill drill = finding.drillId == null ? null : Drill.findById(finding.drillId);
        String actor = finding.author == null ? Journal.ANONYMOUS : finding.author;
        journal.append(exercise, at, FindingLogged.of(finding), actor, readers(finding));
        String point = SinglePoints.told(finding.singlePointId, exercise.id);
        if (item != null || drill != null || point != null) {
            journal.append(exercise, at, new FindingLinked(finding.id.toString(), item == null ? null : item.key,
                    drill == null ? null : drill.key, point), actor, Audience.CONTROL);
        }
    }

    /** Newest first; what names an item or drill that is not released yet is control's until then. */
    public List<FindingView> list(Exercise exercise, ExerciseAccess sight, Finding after, int limit) {
        List<FindingView> shown = new ArrayList<>();
        Finding last = after;
        List<Finding> page;
        do {
            page = Finding.of(exercise.id, last, limit);
            for (Finding finding : page) {
                last = finding;
                FindingView view = FindingView.of(finding, exercise, sight);
                if (view != null && shown.size() < limit) {
                    shown.add(view);
                }
            }
        } while (page.size() == limit && shown.size() < limit);
        return withAttachments(shown);
    }

    public static List<FindingView> withAttachments(List<FindingView> findings) {
        Map<UUID, List<AttachmentView>> attachments = Attachment.of(findings.stream().map(FindingView::id).toList()).stream()
                .collect(Collectors.groupingBy(one -> one.findingId,
                        Collectors.mapping(AttachmentView::of, Collectors.toList())));
        return findings.stream().map(finding -> finding.with(attachments.get(finding.id()))).toList();
    }
}
