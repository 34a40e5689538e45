package dev.blackstart.evidence;

import static dev.blackstart.evidence.Framework.DORA;
import static dev.blackstart.evidence.Framework.HSEEP;
import static dev.blackstart.evidence.Framework.ISO;
import static dev.blackstart.evidence.Framework.NIST;
import static dev.blackstart.evidence.Framework.SOC_2;

import java.util.List;

import dev.blackstart.evidence.Framework.Clause;

/** The files of one exercise, in the order of its index, and the clauses of which they are evidence. */
enum EvidenceFile {
    PLAN("plan/plan.yaml", "The revision of the plan that was exercised, as it was imported",
            of(DORA, "24(1)-(2)", "part of a testing programme"), of(DORA, "25(1)", "scenario-based test"),
            of(SOC_2, "A1.3", "recovery procedures are tested"), of(NIST, "4.2-4.3, 5.2-5.3", "design and material"),
            of(ISO, "8.5 a), b)", "scenario with aims and objectives"), of(HSEEP, "Exercise plan, MSEL", "the same")),
    APPROVALS("plan/approvals.csv", "Who approved or rejected this revision",
            of(DORA, "24(4)", "approval by others than the owner"), of(NIST, "3", "roles and responsibilities")),
    GATE("gate/gate.csv", "The checks before the start, as they were when it started",
            of(DORA, "24(3)", "risks are considered before a test"), of(NIST, "4.4, 5.4", "conduct")),
    OVERRIDES("gate/overrides.csv", "Checks and rules that were overridden, by whom and why",
            of(DORA, "24(3)", "risks are accepted knowingly"), of(NIST, "4.4, 5.4", "conduct")),
    ROSTER("people/roster.csv", "Who had which role",
            of(DORA, "24(4)", "who tested and who judged"), of(NIST, "3", "roles and responsibilities"),
            of(ISO, "8.5 c)", "people with roles to perform"), of(HSEEP, "AAR appendix", "participants")),
    ROSTER_CHANGES("people/roster-changes.csv", "Changes of the roster, handovers among them",
            of(NIST, "3", "roles and responsibilities")),
    ATTENDANCE("people/attendance.csv", "Who was there and what they contributed",
            of(ISO, "8.5 c)", "teamwork and competence"), of(NIST, "4.4, 5.4", "conduct"),
            of(HSEEP, "AAR appendix", "participants")),
    JOURNAL("journal/journal.jsonl", "Every entry of the journal with its hash and its salts, one JSON object a line",
            of(DORA, "24(1)", "record of the test"), of(SOC_2, "CC7.5", "record of detection and recovery"),
            of(NIST, "4.4, 5.4", "conduct")),
    VERIFICATION("journal/verification.json", "Whether the journal is whole, verified when this pack was made",
            of(DORA, "24(1)", "integrity of the record"), of(SOC_2, "CC7.5", "integrity of the record")),
    OBJECTIVES("results/objectives.csv", "Objectives and their ratings",
            of(SOC_2, "A1.3", "results of the test"), of(ISO, "8.5 d)", "validation of strategies"),
            of(NIST, "4.5, 5.5", "evaluation"), of(HSEEP, "AAR", "ratings by objective and capability")),
    EXPECTATIONS("results/expectations.csv", "What people were expected to do, and what they did",
            of(SOC_2, "CC7.5", "response and recovery procedures were followed"), of(NIST, "4.5, 5.5", "evaluation"),
            of(HSEEP, "Exercise evaluation guides", "observed actions")),
    DRILLS("results/drills.csv", "Faults, their reverts and the results of the drills",
            of(DORA, "25(1)", "test executed"), of(SOC_2, "A1.3", "results of the test"),
            of(ISO, "8.5 d)", "validation of strategies")),
    CLOCKS("results/clocks.csv", "Times to detect, acknowledge, diagnose, mitigate and recover, with their sources",
            of(DORA, "25(1)", "measured resilience"), of(SOC_2, "A1.3, CC7.5", "recovery times against objectives"),
            of(ISO, "8.5 d)", "recovery times against objectives")),
    CALL_TREES("results/call-trees.csv", "Calls and how many people they reached",
            of(SOC_2, "CC7.5", "communication during recovery"), of(ISO, "8.5 c)", "people with roles to perform")),
    DEFECTS("followup/defects.csv", "Latent defects that the exercise exposed",
            of(DORA, "24(5)", "issues are classified"), of(SOC_2, "CC7.5", "causes are understood"),
            of(ISO, "8.5 e)", "outcomes"), of(HSEEP, "AAR/IP", "areas for improvement")),
    REMEDIATION("followup/remediation.csv", "Actions and accepted risks, the most urgent first",
            of(DORA, "24(5)", "issues are prioritised and remedied"), of(SOC_2, "CC7.5", "changes that prevent recurrence"),
            of(ISO, "8.5 e), f)", "actions to improve"), of(HSEEP, "AAR/IP", "corrective actions")),
    RETESTS("followup/retests.csv", "Later results that prove or refute corrections",
            of(DORA, "24(5)", "validation that weaknesses are addressed"), of(ISO, "8.5 f)", "continual improvement"),
            of(SOC_2, "A1.3", "results of the test")),
    IMPROVEMENT_PLAN("followup/improvement-plan.csv", "The improvement plan in the columns of HSEEP",
            of(HSEEP, "AAR/IP", "improvement plan"), of(NIST, "4.5, 5.5", "evaluation")),
    REPORT_PDF("report/report.pdf", "The published after-action report",
            of(DORA, "24(1)", "result and corrective measures"), of(NIST, "4.5, 5.5", "after-action report"),
            of(ISO, "8.5 e)", "post-exercise report"), of(HSEEP, "AAR", "after-action report")),
    REPORT_MARKDOWN("report/report.md", "The same report as Markdown", of(HSEEP, "AAR", "after-action report")),
    REPORT_JSON("report/report.json", "The same report for programs", of(HSEEP, "AAR", "after-action report"));

    final String path;
    final String title;
    final List<Clause> clauses;

    EvidenceFile(String path, String title, Clause... clauses) {
        this.path = path;
        this.title = title;
        this.clauses = List.of(clauses);
    }

    private static Clause of(Framework framework, String number, String shows) {
        return new Clause(framework, number, shows);
    }
}
