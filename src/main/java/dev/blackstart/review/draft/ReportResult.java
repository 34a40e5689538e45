package dev.blackstart.review.draft;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportDraft.MissedRevert;

/**
 * The page to read first.
 *
 * @param worstFindings the most severe of those that nobody dismissed or only noted, at most five
 * @param faults those that were armed; whether they were injected each says
 * @param clocks what was measured against its target, the worst first
 */
public record ReportResult(Tally expectations, int findings, List<Finding> worstFindings, List<Fault> faults,
        List<Measured> clocks, List<MissedRevert> missedReverts) {

    private static final int SHOWN = 6;

    /** As many as the result page has room for. */
    public List<Measured> worstClocks() {
        return clocks.subList(0, Math.min(SHOWN, clocks.size()));
    }

    /** Faults whose injection somebody confirmed. */
    @JsonProperty("faultsInjected")
    public int faultsInjected() {
        return (int) faults.stream().filter(fault -> fault.injectedAt() != null).count();
    }

    /** Faults that were armed and never confirmed as injected. */
    @JsonProperty("faultsOnlyArmed")
    public int faultsOnlyArmed() {
        return faults.size() - faultsInjected();
    }

    /**
     * A length of time against its target.
     *
     * @param kind fault, expectation, or a clock of a drill: detected, acknowledged, diagnosed, mitigated or recovered
     * @param of whose time it was; empty for nobody's in particular
     * @param took null where it never came
     * @param over it took longer, or never came
     */
    public record Measured(String kind, String what, List<String> of, Duration took, Duration target, boolean over) {
    }

    /** How many expectations came to what. @param open released, and nobody has judged them */
    public record Tally(int met, int late, int missed, int unjudged, int open) {

        public int judged() {
            return met + late + missed;
        }

        /** Asked for, and without a judgement. */
        @JsonProperty("notJudged")
        public int notJudged() {
            return unjudged + open;
        }

        @JsonProperty("asked")
        public int asked() {
            return judged() + notJudged();
        }
    }
}
