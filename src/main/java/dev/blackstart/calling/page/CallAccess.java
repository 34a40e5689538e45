package dev.blackstart.calling.page;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;

/** What of calling the viewer of this request may know of: what is not theirs does not exist. */
@RequestScoped
class CallAccess {

    private final Visibility visibility;
    private final Viewer viewer;

    CallAccess(Visibility visibility, Viewer viewer) {
        this.visibility = visibility;
        this.viewer = viewer;
    }

    /** Somebody's part in one attempt. */
    enum Part {
        CONTROL,
        CALLER,
        CALLED
    }

    /** @throws Problem 404 for who does not see the exercise as control staff do */
    Activation activation(UUID id) {
        Activation activation = Activation.findById(id);
        if (activation == null || !controls(activation.exerciseId)) {
            throw Problem.notFound();
        }
        return activation;
    }

    /** @throws Problem 404 for who has no part in it */
    Part part(ContactAttempt attempt) {
        if (attempt == null) {
            throw Problem.notFound();
        }
        boolean control = controls(attempt.exerciseId);
        boolean rehearsal = Exercise.<Exercise> findById(attempt.exerciseId).isRehearsal();
        if (viewer.key().equals(attempt.caller) && (control || !rehearsal)) {
            return Part.CALLER;
        }
        if (control) {
            return Part.CONTROL;
        }
        if (!rehearsal && attempt.person.equals(viewer.key()) && !attempt.isSilent() && !attempt.isCall()) {
            return Part.CALLED;
        }
        throw Problem.notFound();
    }

    boolean controls(UUID exerciseId) {
        ExerciseAccess sight = visibility.sight(exerciseId, viewer.key(), viewer.isMaster());
        return sight != null && sight.control();
    }
}
