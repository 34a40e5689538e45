package dev.blackstart.drills.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClocks;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.web.Texts;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/**
 * What expected alerts, clock targets and the revert say of a drill. People set the result; this is where they start. Of a
 * drill without a target and an expected alert nothing is proposed.
 */
@ApplicationScoped
public class ResultProposal {

    private final DrillClocks clocks;

    ResultProposal(DrillClocks clocks) {
        this.clocks = clocks;
    }

    /** @param result passed, failed or inconclusive; null where the plan has nothing to judge by @param reasons why */
    public record Proposal(String result, List<String> reasons) {

        static final Proposal NONE = new Proposal(null, List.of());

        static Proposal of(DrillResult result, List<String> reasons) {
            return new Proposal(result.key(), reasons);
        }

        /** As one text, for a field. */
        public String text() {
            return String.join(" ", reasons);
        }
    }

    public Proposal of(Exercise exercise, Drill drill) {
        if (drill.injectedAt == null) {
            return Proposal.of(DrillResult.INCONCLUSIVE, List.of("The fault was not injected."));
        }
        if (exercise.outcome == Outcome.ABORTED) {
            return Proposal.of(DrillResult.INCONCLUSIVE, List.of("The exercise was aborted."));
        }
        Evidence evidence = new Evidence();
        ExpectedAlert.of(drill.id).forEach(evidence::alert);
        clocks.of(exercise, drill).stream().filter(reading -> reading.target() != null).forEach(evidence::clock);
        if (Boolean.FALSE.equals(drill.verified)) {
            evidence.against.add("The revert did not work.");
        }
        return evidence.proposal();
    }

    /** What speaks for the hypothesis, against it, and what nobody knows. */
    private static final class Evidence {
        private final List<String> met = new ArrayList<>();
        private final List<String> against = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();

        void alert(ExpectedAlert expected) {
            switch (expected.state) {
                case CAME -> {
                    if (expected.late) {
                        against.add("The alert %s came late.".formatted(expected.alert));
                    } else {
                        met.add("The alert %s came.".formatted(expected.alert));
                    }
                }
                case MISSED -> against.add("The alert %s did not come.".formatted(expected.alert));
                case EXPECTED -> unknown.add("The alert %s may still come.".formatted(expected.alert));
                case NOT_JUDGED -> unknown.add("The fault was reverted before the alert %s had to come."
                        .formatted(expected.alert));
            }
        }

        void clock(ClockReading reading) {
            String target = Texts.brief(reading.target());
            if (reading.over()) {
                against.add("%s: %s, target %s.".formatted(reading.clock().word(), reading.words(), target));
            } else if (reading.isMarked()) {
                met.add("%s after %s, target %s.".formatted(reading.clock().word(), reading.words(), target));
            } else {
                unknown.add("Not %s yet.".formatted(reading.clock().key()));
            }
        }

        Proposal proposal() {
            if (!against.isEmpty()) {
                return Proposal.of(DrillResult.FAILED, against);
            }
            if (!unknown.isEmpty()) {
                return Proposal.of(DrillResult.INCONCLUSIVE, unknown);
            }
            return met.isEmpty() ? Proposal.NONE : Proposal.of(DrillResult.PASSED, met);
        }
    }

    /** Lets the page that sets results show it. */
    @TemplateExtension(namespace = "proposal")
    static final class OfDrill {

        private OfDrill() {
        }

        static Proposal of(UUID exercise, String drill) {
            Drill found = Drill.of(exercise, drill);
            return found == null ? Proposal.NONE
                    : Arc.container().instance(ResultProposal.class).get().of(Exercise.findById(exercise), found);
        }
    }
}
