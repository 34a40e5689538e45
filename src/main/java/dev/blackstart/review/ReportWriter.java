package dev.blackstart.review;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.review.attendance.AttendanceChapter;
import dev.blackstart.review.attendance.Meetings;
import dev.blackstart.review.attendance.RelationChapter;
import dev.blackstart.review.chapter.CallTreeChapter;
import dev.blackstart.review.chapter.Chapter;
import dev.blackstart.review.chapter.Clocks;
import dev.blackstart.review.chapter.FaultChapter;
import dev.blackstart.review.chapter.FindingChapter;
import dev.blackstart.review.chapter.LifeChapter;
import dev.blackstart.review.chapter.MeasurementChapter;
import dev.blackstart.review.chapter.MessageChapter;
import dev.blackstart.review.chapter.MissedReverts;
import dev.blackstart.review.chapter.ObjectiveChapter;
import dev.blackstart.review.chapter.ReadinessChapter;
import dev.blackstart.review.chapter.RemarkChapter;
import dev.blackstart.review.chapter.StoryChapter;
import dev.blackstart.review.chapter.TimelineChapter;
import dev.blackstart.review.draft.Measurements;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportDraft.JournalEnd;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;
import dev.blackstart.review.draft.ReportPeople;
import dev.blackstart.review.draft.ReportResult;
import dev.blackstart.review.draft.ReportResult.Tally;

/** Reads a journal once, for all chapters at the same time, and puts them together. */
public final class ReportWriter {

    private static final int WORST = 5;

    /** Triage has put these aside. */
    private static final Set<String> SETTLED = Set.of("dismissed", "noted");

    private final PlanDocument plan;
    private final ReportFacts facts;
    private final LifeChapter life;
    private final TimelineChapter timeline;
    private final FaultChapter faults;
    private final MessageChapter messages = new MessageChapter();
    private final CallTreeChapter callTrees = new CallTreeChapter();
    private final FindingChapter findings;
    private final AttendanceChapter attendance;
    private final ObjectiveChapter objectives;
    private final RemarkChapter remarks = new RemarkChapter();
    private final MeasurementChapter measurements;
    private final StoryChapter story;
    private final ReadinessChapter readiness;
    private final RelationChapter relations;
    private final Meetings meetings;
    private final List<Chapter> chapters;
    private JournalEnd head;

    /** For readers: of these entries alone, and without the end of the journal, which is for control staff. */
    static ReportDraft forReaders(PlanDocument plan, ReportFacts facts, List<JournalEntry> journal) {
        ReportWriter writer = new ReportWriter(plan, facts);
        journal.forEach(writer::read);
        writer.head = null;
        return writer.draft();
    }

    /** Derives the draft in one pass over the journal, which begins with the first entry and holds a STARTEX. */
    public static ReportDraft draft(PlanDocument plan, ReportFacts facts, List<JournalEntry> journal) {
        ReportWriter writer = new ReportWriter(plan, facts);
        journal.forEach(writer::read);
        return writer.draft();
    }

    ReportWriter(PlanDocument plan, ReportFacts facts) {
        this.plan = plan;
        this.life = new LifeChapter(plan, facts);
        this.timeline = new TimelineChapter(plan);
        this.faults = new FaultChapter(plan, facts);
        this.findings = new FindingChapter(facts.followup().triage());
        this.attendance = new AttendanceChapter(plan, facts);
        this.objectives = new ObjectiveChapter(plan);
        this.facts = facts;
        this.measurements = new MeasurementChapter(plan, facts);
        this.readiness = new ReadinessChapter(facts.background());
        this.relations = new RelationChapter(plan, facts);
        this.meetings = new Meetings(facts.background());
        this.story = new StoryChapter(timeline);
        // the story asks the timeline what an item is: it comes behind it
        this.chapters = List.of(life, timeline, faults, messages, callTrees, findings, attendance, objectives, remarks,
                measurements, readiness, relations, meetings, story);
    }

    void read(JournalEntry entry) {
        head = new JournalEnd(entry.seq, entry.hash);
        ReportEntry told = ReportEntry.of(entry);
        chapters.forEach(chapter -> chapter.read(told));
    }

    public ReportDraft draft() {
        boolean over = life.isOver();
        List<Expectation> expectations = timeline.expectations(over);
        List<Fault> allFaults = faults.faults();
        List<Finding> allFindings = findings.findings();
        Measurements measured = measurements.measurements(life.header().endedAt());
        ReportResult result = new ReportResult(tally(expectations), allFindings.size(), worst(allFindings),
                allFaults.stream().filter(Fault::wasArmed).toList(),
                Clocks.of(allFaults, measured.drills(), expectations, facts.speed()),
                MissedReverts.of(allFaults, timeline.skippedReverts(), over));
        return new ReportDraft(life.header(), result, objectives.objectives(measured.drills(), expectations), facts.followup(),
                scenario(),
                timeline.lines(over), expectations, allFaults,
                messages.messages(), timeline.decisions(), callTrees.callTrees(), allFindings, life.pauses(), life.noDuffs(),
                attendance.attendance(),
                attendance.changes(), remarks.notes(), remarks.learnings(), remarks.overrides(), head,
                measured, facts.hotWash(), readiness.readiness(), facts.background().scores(),
                new ReportPeople(relations.relations(allFindings, expectations),
                        meetings.meetings(expectations, facts.followup(), allFindings)),
                story.moments());
    }

    private PlanDocument.Scenario scenario() {
        return plan.scenario() == null ? new PlanDocument.Scenario(null, null, null, null) : plan.scenario();
    }

    private static Tally tally(List<Expectation> expectations) {
        return new Tally(count(expectations, "met"), count(expectations, "late"), count(expectations, "missed"),
                count(expectations, "unjudged"), count(expectations, "open"));
    }

    private static int count(List<Expectation> expectations, String result) {
        return (int) expectations.stream().filter(expectation -> expectation.result().equals(result)).count();
    }

    /** Severity first, then who saw it first; without a severity at the end. What needs no mending is left out. */
    private static List<Finding> worst(List<Finding> findings) {
        return findings.stream().filter(finding -> !"good-catch".equals(finding.kind()))
                .filter(finding -> !SETTLED.contains(finding.state()))
                .sorted(Comparator.comparing(Finding::severity, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Finding::seenAt))
                .limit(WORST).toList();
    }
}
