package dev.blackstart.review.signoff;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.EditConflict;
import dev.blackstart.review.document.FieldValue;
import dev.blackstart.review.document.ReportChange;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.web.Address;

/**
 * The review of an exercise of intensity 1 or 2 in one form: three texts, the mandatory fields, who signs. What it saves are
 * sections, fields and people of the report and the review, as their own pages save them.
 */
@ApplicationScoped
class OnePageReview {

    static final String HAPPENED = "summary";
    static final String SURPRISED = "surprises";
    static final String CHANGED = "what-we-changed";

    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Clock clock;
    private final Reports reports;
    private final ReportDocuments documents;
    private final Reviews reviews;
    private final ReportTransitions transitions;
    private final Outbox outbox;
    private final Address address;

    OnePageReview(Clock clock, Reports reports, ReportDocuments documents, Reviews reviews, ReportTransitions transitions,
            Outbox outbox, Address address) {
        this.clock = clock;
        this.reports = reports;
        this.documents = documents;
        this.reviews = reviews;
        this.transitions = transitions;
        this.outbox = outbox;
        this.address = address;
    }

    /**
     * @param base revision that the form was made of
     * @param fields values by key of those that were filled in
     * @param because why the others do not apply that the record does not know
     * @param signer person key; null leaves it open
     */
    record Filled(int base, String happened, String surprised, String changed, Map<String, String> fields, String because,
            String signer) {
    }

    static boolean fits(Exercise exercise) {
        return !SignOff.needsTwo(exercise);
    }

    /** Saves it, and sends the report to review. @throws Problem 409 from intensity 3 on, 422 that names the field */
    @Transactional
    void save(UUID exerciseId, Filled filled, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        Reviews.mustBeOpen(exercise);
        if (!fits(exercise)) {
            throw Problem.conflict("From intensity 3 on a review is held with a facilitator and an advisor.");
        }
        Map<String, String> sections = new HashMap<>();
        sections.put(HAPPENED, said("happened", filled.happened(), "Say what happened, for somebody who was not there."));
        sections.put(SURPRISED, said("surprised", filled.surprised(), "Say what surprised you; “nothing” is an answer too."));
        sections.put(CHANGED, said("changed", filled.changed(), "Say what you change; “nothing” is an answer too."));
        ReportDocument before = documents.of(exerciseId, reports.draft(exerciseId, by));
        change(exerciseId, filled.base(), new ReportChange(sections, fields(before, filled)), by);
        boolean named = signer(exercise, filled.signer(), by);
        if (filled.signer() != null && (named || !before.state().equals(ReportState.IN_REVIEW.key()))) {
            ask(exercise, filled.signer());
        }
        if (ReportState.DRAFT.key().equals(documents.of(exerciseId, reports.draft(exerciseId, by)).state())) {
            transitions.move(exerciseId, ReportState.IN_REVIEW, null, null, by);
        }
    }

    private void change(UUID exerciseId, int base, ReportChange change, ExerciseAccess by) {
        try {
            documents.change(exerciseId, base, change, by);
        } catch (EditConflict meanwhile) {
            throw Problem.conflict("Somebody saved the report meanwhile. Read it, bring both texts together, then save again.");
        }
    }

    private static String said(String field, String text, String advice) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, advice);
        }
        return text;
    }

    /** What was filled in, and a reason for what nobody knows. */
    private static Map<String, FieldValue> fields(ReportDocument document, Filled filled) {
        Map<String, FieldValue> change = new HashMap<>();
        boolean oneReason = document.listed().stream().filter(one -> one.value() != null)
                .map(one -> one.value().notApplicable()).filter(Objects::nonNull).distinct().count() <= 1;
        document.listed().forEach(one -> {
            String key = one.field().key();
            String value = filled.fields().get(key);
            boolean ownReason = one.value() != null && one.value().notApplicable() != null && !oneReason;
            if (value != null && !value.isBlank()) {
                change.put(key, FieldValue.of(value.strip()));
            } else if (!one.fromRecord() && !ownReason) {
                if (filled.because() == null || filled.because().isBlank()) {
                    throw Problem.invalid("because", "Say why the figures that are left empty do not apply.");
                }
                change.put(key, FieldValue.notApplicable(filled.because().strip()));
            }
        });
        return change;
    }

    /**
     * Control staff who did not direct sign as readers; anybody else becomes the facilitator, who took no part.
     *
     * @return whether somebody became the facilitator
     */
    private boolean signer(Exercise exercise, String signer, ExerciseAccess by) {
        if (signer == null) {
            return false;
        }
        ExerciseReview review = reviews.begun(exercise);
        boolean staff = RosterEntry.of(exercise.id, signer).stream().anyMatch(seat -> seat.role.isControl());
        String refusal = SignOff.refusal(exercise, review, signer);
        if (refusal != null) {
            throw Problem.invalid("signer", refusal);
        }
        boolean named = !staff && !signer.equals(review.facilitator);
        if (named) {
            nameFacilitator(exercise, signer, by);
        }
        return named;
    }

    private void ask(Exercise exercise, String signer) {
        outbox.post(new OutboundMessage(exercise.id, null, "Please sign the review of " + exercise.name,
                "You were asked to read and sign it: " + address.of("/exercises/" + exercise.id + "/review/one-page"), false),
                Set.of(signer), CHANNELS, clock.instant());
    }

    private void nameFacilitator(Exercise exercise, String signer, ExerciseAccess by) {
        try {
            reviews.change(exercise.id, new ReviewPlan(signer, null, null, null, null, null), by);
        } catch (Problem refused) {
            throw "facilitator".equals(refused.field()) ? Problem.invalid("signer", refused.getMessage()) : refused;
        }
    }
}
