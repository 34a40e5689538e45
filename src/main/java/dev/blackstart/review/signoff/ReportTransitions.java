package dev.blackstart.review.signoff;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.review.publication.Publication;
import dev.blackstart.review.publication.ReportAudience;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Moves a report from draft to published and back; each step asks what it needs. */
@ApplicationScoped
public class ReportTransitions {

    private final ReportDocuments documents;
    private final Reviews reviews;
    private final SignOff signOff;
    private final Publication publication;

    ReportTransitions(ReportDocuments documents, Reviews reviews, SignOff signOff, Publication publication) {
        this.publication = publication;
        this.documents = documents;
        this.reviews = reviews;
        this.signOff = signOff;
    }

    /**
     * Asking for the state it has changes nothing.
     *
     * @param audience of what is published; null for the roster
     * @throws Problem 403, 409 or 422, as the step says
     */
    public void move(UUID exerciseId, ReportState to, String audience, String reason, ExerciseAccess by) {
        by.must(Permission.SEE_CONTROL);
        ReportAudience readers = Choice.of("audience", ReportAudience.class, audience);
        if (to == ReportState.PUBLISHED) {
            publish(exerciseId, readers == null ? ReportAudience.ROSTER : readers, by);
        } else {
            QuarkusTransaction.joiningExisting().run(() -> step(exerciseId, to, reason, by));
        }
    }

    private void publish(UUID exerciseId, ReportAudience readers, ExerciseAccess by) {
        Exercise exercise = Exercise.findById(exerciseId);
        Reviews.mustBeOpen(exercise);
        ExerciseReview review = reviews.find(exercise);
        if (!by.viewer().equals(review.facilitator) && !by.viewer().equals(review.advisor)) {
            by.must(Permission.CLOSE);
        }
        publication.publish(exerciseId, readers, by);
    }

    private void step(UUID exerciseId, ReportState to, String reason, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        Reviews.mustBeOpen(exercise);
        StoredReport stored = documents.begun(exercise);
        if (stored.state == to) {
            return;
        }
        if (to == ReportState.SIGNED_OFF && !signOff.sign(exercise, stored, reviews.begun(exercise), by)) {
            return;
        }
        if (stored.state.isBack(to)) {
            ReportSignature.withdraw(exerciseId);
        }
        documents.move(exercise, stored, to, null, reason, by);
    }
}
