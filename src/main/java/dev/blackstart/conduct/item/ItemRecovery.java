package dev.blackstart.conduct.item;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.Attempt;
import dev.blackstart.conduct.FailedStep;
import dev.blackstart.conduct.FailureCause;
import dev.blackstart.conduct.ItemChange.ItemNotRevealed;
import dev.blackstart.conduct.ItemChange.ItemRetried;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemChange.ItemUnjudged;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.conduct.engine.Quarantine;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.confirmation.AwaitingSecondPerson;
import dev.blackstart.problem.Problem;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;

/** What people do about items that failed, and about releases by hand that fail. */
@ApplicationScoped
class ItemRecovery {

    private final ItemProgress itemProgress;
    private final Quarantine quarantine;

    ItemRecovery(ItemProgress itemProgress, Quarantine quarantine) {
        this.itemProgress = itemProgress;
        this.quarantine = quarantine;
    }

    /**
     * Does something in a transaction; what the attempt says it worked on is marked if that fails for good.
     *
     * @throws Problem 409 with the reason
     */
    TimelineItem marking(UUID exerciseId, Function<Attempt, TimelineItem> act) {
        Attempt attempt = new Attempt(true);
        try {
            return QuarkusTransaction.requiringNew()
                    .exceptionHandler(failure -> failure instanceof FaultHeld || failure instanceof AwaitingSecondPerson
                            ? TransactionExceptionResult.COMMIT
                            : TransactionExceptionResult.ROLLBACK)
                    .call(() -> act.apply(attempt));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failure) {
            if (attempt.work() == null || !FailureCause.isPermanent(failure)) {
                throw failure;
            }
            Log.errorf(failure, "%s of exercise %s failed", attempt.work(), exerciseId);
            quarantine.put(exerciseId, attempt.work(), failure);
            throw Problem.conflict("It failed: " + FailureCause.inWords(failure));
        }
    }

    /** The deadline or the reveal that failed is due again. */
    void retry(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        item.retry();
        itemProgress.tell(exercise, item, ItemRetried::new, reason, actor, at);
    }

    /** It is not released, not revealed before ENDEX, not judged, or said to be not exercised. */
    void skip(Exercise exercise, TimelineItem item, String reason, String actor, Instant at) {
        if (item.releasedAt == null || !item.hasFailed()) {
            if (ExpectationsJudged.isOpen(item)) {
                item.markNotExercised();
            } else {
                item.skip();
            }
            itemProgress.tell(exercise, item, ItemSkipped::new, reason, actor, at);
        } else if (item.failed.step == FailedStep.REVEAL) {
            item.forgoReveal();
            itemProgress.tell(exercise, item, ItemNotRevealed::new, reason, actor, at);
        } else {
            item.unjudge(exercise.clock.position(at));
            itemProgress.tell(exercise, item, ItemUnjudged::new, reason, actor, at);
        }
    }
}
