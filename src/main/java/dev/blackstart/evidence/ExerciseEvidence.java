package dev.blackstart.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.followup.Followups;
import dev.blackstart.followup.Followups.Followup;
import dev.blackstart.journal.JournalVerifier;
import dev.blackstart.review.Reports;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.pdf.PdfRenderer;
import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.review.publication.PublishedReports;
import dev.blackstart.web.limits.HeavyTask;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Writes what is kept of one closed exercise into its folder of a pack. */
@ApplicationScoped
class ExerciseEvidence {

    private final Reports reports;
    private final Followups followups;
    private final PublishedReports published;
    private final JournalVerifier verifier;
    private final HeavyWork work;
    private final ObjectMapper json;

    ExerciseEvidence(Reports reports, Followups followups, PublishedReports published, JournalVerifier verifier,
            HeavyWork work, ObjectMapper json) {
        this.reports = reports;
        this.followups = followups;
        this.published = published;
        this.verifier = verifier;
        this.work = work;
        this.json = json;
    }

    /** @param row of the table of all exercises in the pack */
    record Done(EvidenceIndex.OfExercise index, Object[] row) {
    }

    /** Everything that one transaction reads. */
    private record Facts(Exercise exercise, ReportDraft draft, byte[] plan, EvidenceTable gate, Followup followup,
            PeopleTables people, String improvementPlan, PublishedReport report) {
    }

    /** In a thread for heavy work, in no transaction. @param reader who takes the pack */
    Done write(PackWriter pack, Exercise closed, ExerciseAccess reader) throws IOException {
        HeavyTask.check();
        Facts facts = QuarkusTransaction.requiringNew().call(() -> facts(Exercise.findById(closed.id), reader));
        ExerciseFolder folder = new ExerciseFolder(pack, facts.exercise());
        List<String> notes = new ArrayList<>();
        folder.put(EvidenceFile.PLAN, facts.plan());
        folder.put(EvidenceFile.APPROVALS, facts.people().approvals());
        if (facts.gate() == null) {
            notes.add("The checks of the gate were not recorded when this exercise started.");
        } else {
            folder.put(EvidenceFile.GATE, facts.gate());
        }
        folder.put(EvidenceFile.OVERRIDES, facts.people().overrides());
        folder.put(EvidenceFile.ROSTER, facts.people().roster());
        folder.put(EvidenceFile.ROSTER_CHANGES, facts.people().rosterChanges());
        folder.put(EvidenceFile.ATTENDANCE, facts.people().attendance());
        folder.put(EvidenceFile.JOURNAL, out -> JournalLines.write(closed.id, out));
        folder.put(EvidenceFile.VERIFICATION, json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(verifier.verify(closed.id, () -> Exercise.<Exercise> findById(closed.id), null)));
        results(folder, facts);
        report(folder, facts.report(), reader, notes);
        return new Done(EvidenceIndex.OfExercise.of(facts.exercise(), folder.name, List.copyOf(notes), folder.files()),
                facts.people().summary(folder.name, facts.report() == null ? "none" : "published"));
    }

    private Facts facts(Exercise exercise, ExerciseAccess reader) {
        ReportDraft draft = reports.draft(exercise.id, reader);
        return new Facts(exercise, draft, PlanRevision.of(exercise.planKey, exercise.revision).source, GateTable.of(exercise),
                followups.of(exercise.id, reader), new PeopleTables(draft, reports.names(draft)),
                reports.improvementPlan(draft), published.isThere(exercise.id) ? published.read(exercise.id, reader) : null);
    }

    private static void results(ExerciseFolder folder, Facts facts) throws IOException {
        ReportDraft draft = facts.draft();
        folder.put(EvidenceFile.OBJECTIVES, ResultTables.objectives(draft));
        folder.put(EvidenceFile.EXPECTATIONS, ResultTables.expectations(draft));
        folder.put(EvidenceFile.DRILLS, ResultTables.drills(draft));
        folder.put(EvidenceFile.CLOCKS, ResultTables.clocks(draft));
        folder.put(EvidenceFile.CALL_TREES, ResultTables.callTrees(draft));
        folder.put(EvidenceFile.DEFECTS, FollowupTables.defects(facts.followup()));
        folder.put(EvidenceFile.REMEDIATION, FollowupTables.remediation(draft, facts.followup()));
        folder.put(EvidenceFile.RETESTS, FollowupTables.retests(facts.followup()));
        folder.put(EvidenceFile.IMPROVEMENT_PLAN, facts.improvementPlan());
    }

    private void report(ExerciseFolder folder, PublishedReport report, ExerciseAccess reader, List<String> notes)
            throws IOException {
        if (report == null) {
            notes.add("No report was published; the journal holds the reason why it was closed without one.");
            return;
        }
        folder.put(EvidenceFile.REPORT_PDF, work.await(HeavyWork.Kind.DOCUMENT, reader.viewer(), report.id,
                () -> PdfRenderer.pdf(report.paperText())));
        folder.put(EvidenceFile.REPORT_MARKDOWN, report.markdownText());
        folder.put(EvidenceFile.REPORT_JSON, report.jsonText());
    }
}
