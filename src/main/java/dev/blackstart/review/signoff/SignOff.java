package dev.blackstart.review.signoff;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.review.signoff.ReviewEvent.ReportSigned;

/**
 * Signs a revision of a report. From intensity 3 on facilitator and advisor both sign; below it one reader who neither
 * directed nor owns the plan.
 */
@ApplicationScoped
public class SignOff {

    private static final int BY_TWO = 3;

    private final Clock clock;
    private final Journal journal;

    SignOff(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Under the head row's lock.
     *
     * @return whether the revision has all the signatures it needs
     * @throws Problem 403 for who may not sign, 409 while nobody is named who may, or outside the review
     */
    boolean sign(Exercise exercise, StoredReport report, ExerciseReview review, ExerciseAccess by) {
        if (report.state != ReportState.IN_REVIEW) {
            throw new IllegalTransition("The report", report.state.key(), ReportState.SIGNED_OFF.key(), report.state.allowed());
        }
        String refusal = refusal(exercise, review, by.viewer());
        if (refusal != null) {
            throw Problem.forbidden(refusal);
        }
        List<String> unnamed = unnamed(exercise, review);
        if (!unnamed.isEmpty()) {
            throw Problem.conflict("Name a facilitator and an advisor first; from intensity 3 on both sign.").with("missing",
                    unnamed);
        }
        Instant at = clock.instant();
        List<ReportSignature> signatures = new ArrayList<>(ReportSignature.of(exercise.id, report.revision));
        if (signatures.stream().noneMatch(signature -> signature.person.equals(by.viewer()))) {
            ReportSignature signature = new ReportSignature(exercise.id, report.revision, by.viewer(),
                    capacity(review, by.viewer()), at);
            signature.persist();
            signatures.add(signature);
            journal.append(exercise, at, new ReportSigned(report.revision, signature.capacity), by.viewer(), Audience.CONTROL);
        }
        return !needsTwo(exercise) || signatures.stream().map(signature -> signature.capacity).distinct().toList()
                .containsAll(List.of(ReportSignature.FACILITATOR, ReportSignature.ADVISOR));
    }

    static boolean needsTwo(Exercise exercise) {
        return exercise.plan().intensity() >= BY_TWO;
    }

    private static List<String> unnamed(Exercise exercise, ExerciseReview review) {
        List<String> unnamed = new ArrayList<>();
        if (needsTwo(exercise) && review.facilitator == null) {
            unnamed.add(ReportSignature.FACILITATOR);
        }
        if (needsTwo(exercise) && review.advisor == null) {
            unnamed.add(ReportSignature.ADVISOR);
        }
        return unnamed;
    }

    /** Why this person may not sign; null where they may. */
    static String refusal(Exercise exercise, ExerciseReview review, String person) {
        boolean directed = RosterEntry.of(exercise.id, person).stream().anyMatch(seat -> seat.role == ExerciseRole.DIRECTOR);
        if (directed) {
            return "Whoever directed the exercise does not sign its report; ask somebody else who reads it.";
        }
        if (person.equals(exercise.plan().owner())) {
            return "Whoever owns the plan does not sign the report; ask somebody else who reads it.";
        }
        if (needsTwo(exercise) && review.facilitator != null && review.advisor != null
                && capacity(review, person).equals(ReportSignature.READER)) {
            return "From intensity 3 on the facilitator and the advisor of the review sign.";
        }
        return null;
    }

    private static String capacity(ExerciseReview review, String person) {
        return person.equals(review.facilitator) ? ReportSignature.FACILITATOR
                : person.equals(review.advisor) ? ReportSignature.ADVISOR : ReportSignature.READER;
    }

    /** Somebody's signature, as it is shown. @param capacity facilitator, advisor or reader */
    public record Signed(String person, String capacity, Instant at) {
    }

    /** Of the newest revision, in their order. */
    public static List<Signed> of(UUID exerciseId, int revision) {
        return ReportSignature.of(exerciseId, revision).stream()
                .map(signature -> new Signed(signature.person, signature.capacity, signature.createdAt)).toList();
    }
}
