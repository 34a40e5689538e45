package dev.blackstart.review.signoff;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.signoff.ReviewEvent.ReviewPlanned;

/** Opens reviews at ENDEX and plans them: the director or a Master of Disaster, and the facilitator they named. */
@ApplicationScoped
public class Reviews {

    private static final int MOST_MINUTES = 100_000;

    private final Clock clock;
    private final Journal journal;
    private final ReviewConfig config;
    private final Reviewers reviewers;

    Reviews(Clock clock, Journal journal, ReviewConfig config, Reviewers reviewers) {
        this.clock = clock;
        this.journal = journal;
        this.config = config;
        this.reviewers = reviewers;
    }

    /** As it is, or as it will be once somebody changes it; null while it is locked. */
    ExerciseReview find(Exercise exercise) {
        if (!isOpen(exercise)) {
            return null;
        }
        ExerciseReview known = ExerciseReview.of(exercise.id);
        return known == null ? fresh(exercise) : known;
    }

    /** It opens at ENDEX; a rehearsal has none. */
    public static boolean isOpen(Exercise exercise) {
        return exercise.state.hasEnded() && exercise.endedAt != null && !exercise.isRehearsal();
    }

    private ExerciseReview fresh(Exercise exercise) {
        return new ExerciseReview(exercise, WorkingDays.after(exercise.endedAt, config.workingDays(), exercise.zoneId()),
                clock.instant());
    }

    /** The head row's lock is held. */
    ExerciseReview begun(Exercise exercise) {
        ExerciseReview review = find(exercise);
        if (review != null && !review.isPersistent()) {
            review.persist();
        }
        return review;
    }

    /** @throws Problem 403 for who may not plan it, 409 before ENDEX, 422 for people who took part and other bad input */
    @Transactional
    public void change(UUID exerciseId, ReviewPlan plan, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        mustBeOpen(exercise);
        ExerciseReview review = begun(exercise);
        if (!by.viewer().equals(review.facilitator)) {
            by.must(Permission.CLOSE);
        }
        if (plan == null) {
            throw Problem.invalid("facilitator", "Say what to change: facilitator, advisor, dueAt, agenda or minutesSpent.");
        }
        Instant at = clock.instant();
        people(exercise, review, plan, by, at);
        facts(exercise, review, plan);
        journal.append(exercise, at,
                new ReviewPlanned(review.facilitator, review.advisor, review.dueAt, review.minutesSpent), by.viewer(),
                Audience.CONTROL);
    }

    static void mustBeOpen(Exercise exercise) {
        if (exercise.isRehearsal()) {
            throw Problem.conflict("A rehearsal has no review.");
        }
        if (!isOpen(exercise)) {
            throw Problem.conflict("The review opens at ENDEX: learning comes after, never during.");
        }
    }

    private void people(Exercise exercise, ExerciseReview review, ReviewPlan plan, ExerciseAccess by, Instant at) {
        String facilitator = plan.facilitator() == null ? review.facilitator : blank(plan.facilitator());
        String advisor = plan.advisor() == null ? review.advisor : blank(plan.advisor());
        if (Objects.equals(facilitator, review.facilitator) && Objects.equals(advisor, review.advisor)) {
            return;
        }
        by.must(Permission.CLOSE);
        if (facilitator != null && facilitator.equals(advisor)) {
            throw Problem.invalid("advisor", "Facilitator and advisor are two people: one leads, the other questions.");
        }
        reviewers.change(exercise, "facilitator", ExerciseRole.FACILITATOR, review.facilitator, facilitator, by.viewer(), at);
        reviewers.change(exercise, "advisor", ExerciseRole.ADVISOR, review.advisor, advisor, by.viewer(), at);
        review.facilitator = facilitator;
        review.advisor = advisor;
    }

    private static void facts(Exercise exercise, ExerciseReview review, ReviewPlan plan) {
        if (plan.dueAt() != null) {
            if (plan.dueAt().isBefore(exercise.endedAt)) {
                throw Problem.invalid("dueAt", "A review is due after ENDEX.");
            }
            if (!plan.dueAt().equals(review.dueAt)) {
                review.dueAt = plan.dueAt();
                review.remindedAt = null;
            }
        }
        if (plan.agenda() != null) {
            review.agenda(AgendaItem.checked(plan.agenda()));
        }
        if (plan.checked() != null) {
            review.checked(ReviewStep.checked(plan.checked()));
        }
        if (plan.minutesSpent() != null) {
            if (plan.minutesSpent() < 0 || plan.minutesSpent() > MOST_MINUTES) {
                throw Problem.invalid("minutesSpent", "minutesSpent is between 0 and %,d.".formatted(MOST_MINUTES));
            }
            review.minutesSpent = plan.minutesSpent();
        }
    }

    private static String blank(String person) {
        return person.isBlank() ? null : person.strip();
    }
}
