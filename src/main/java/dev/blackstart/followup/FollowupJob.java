package dev.blackstart.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.action.FollowupJournal;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectEvent.DefectReopened;
import dev.blackstart.followup.retest.RetestResults;
import dev.blackstart.followup.retest.RetestSettlement;
import dev.blackstart.journal.Journal;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * What comes by itself: an exercise that ended is settled, owners hear of their actions, a risk whose day has come is open
 * again.
 * Done every few seconds and before anybody reads; each step looks again under the lock, so that two replicas do it once.
 */
@ApplicationScoped
class FollowupJob {

    private final Clock clock;
    private final RetestResults retestResults;
    private final FollowupJournal followupJournal;

    FollowupJob(Clock clock, RetestResults retestResults, FollowupJournal followupJournal) {
        this.clock = clock;
        this.retestResults = retestResults;
        this.followupJournal = followupJournal;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        each(QuarkusTransaction.requiringNew().call(RetestSettlement::due), retestResults::settle);
        each(QuarkusTransaction.requiringNew().call(FollowupJob::untold),
                id -> QuarkusTransaction.requiringNew().run(() -> tell(id)));
        each(QuarkusTransaction.requiringNew().call(() -> Defect.expired(clock.instant()).stream().map(one -> one.id).toList()),
                id -> QuarkusTransaction.requiringNew().run(() -> reopen(id)));
    }

    /** One that fails never keeps the others waiting; it is tried again. */
    private static void each(List<UUID> due, Consumer<UUID> act) {
        for (UUID id : due) {
            try {
                act.accept(id);
            } catch (RuntimeException failure) {
                Log.errorf(failure, "Follow-up of %s failed; it is tried again in a few seconds", id);
            }
        }
    }

    private static List<UUID> untold() {
        return ActionItem.getEntityManager().createQuery("""
                select a.id from ActionItem a, Exercise e where e.id = a.exerciseId and a.toldAt is null
                    and a.state in (OPEN, IN_PROGRESS) and e.mode = LIVE and e.state in (ENDED, CLOSED)
                order by a.id""", UUID.class).getResultList();
    }

    private void tell(UUID id) {
        UUID home = ActionItem.getEntityManager()
                .createQuery("select a.exerciseId from ActionItem a where a.id = ?1", UUID.class)
                .setParameter(1, id).getSingleResult();
        Exercise exercise = Exercise.lock(home);
        ActionItem action = ActionItem.findById(id);
        if (action.toldAt == null && Actions.isOver(exercise)) {
            followupJournal.owner(exercise, action, clock.instant());
        }
    }

    private void reopen(UUID id) {
        Exercise exercise = Exercise.lock(Defect.homeOf(id));
        Defect defect = Defect.lock(id);
        Instant now = clock.instant();
        if (defect.state == Defect.State.ACCEPTED && defect.isOpen(now)) {
            defect.reopen();
            followupJournal.defect(exercise, DefectReopened::new, defect, "the time for which its risk was accepted is over",
                    Journal.PLATFORM, now);
        }
    }
}
