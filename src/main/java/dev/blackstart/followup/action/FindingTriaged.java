package dev.blackstart.followup.action;

import dev.blackstart.findings.TriagedFinding;
import dev.blackstart.journal.FreeText;

/** What triage made of a finding. @param defect reference of the defect that it became, or null @param defectId its id */
public record FindingTriaged(String finding, String state, @FreeText String reason, String kind, String severity,
        String defect, String defectId, String singlePoint) implements TriagedFinding {

    public static final String TYPE = "finding-triaged";
}
