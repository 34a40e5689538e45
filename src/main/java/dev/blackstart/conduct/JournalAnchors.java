package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.blackstart.conduct.ExerciseEvent.ExerciseClosed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.ExerciseResumed;
import dev.blackstart.conduct.ExerciseEvent.ExerciseStarted;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Keeps the hash of a journal's newest entry outside the database, so that a journal whose newest entries were removed, and
 * whose
 * head was set back, is found out: in the server's log, and in mails to control staff. Players never read it: a hash that
 * changes
 * tells that something happened.
 */
@ApplicationScoped
public class JournalAnchors {

    private static final Set<String> TURNS = JournalEvent.types(ExerciseStarted.class, ExercisePaused.class,
            ExerciseResumed.class, NoDuffCalled.class, ExerciseEnded.class, ExerciseClosed.class);

    private static final List<String> CHANNELS = List.of("email", "in-app");

    private final Outbox outbox;
    private final Address address;
    private final Map<UUID, Long> noted = new ConcurrentHashMap<>();

    JournalAnchors(Outbox outbox, Address address) {
        this.outbox = outbox;
        this.address = address;
    }

    void appended(@Observes(during = TransactionPhase.AFTER_SUCCESS) Journal.Appended appended) {
        if (TURNS.contains(appended.type())) {
            note(appended.exercise(), appended.seq(), appended.hash());
        }
    }

    /** What is live, where entries were added since. */
    @Scheduled(executeWith = Scheduled.SIMPLE, every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void noteLive() {
        List<Object[]> heads = QuarkusTransaction.requiringNew().call(() -> Exercise.getEntityManager().createQuery(
                "select e.id, e.seq, e.hash from Exercise e where e.state in (RUNNING, PAUSED) order by e.id", Object[].class)
                .getResultList());
        noted.keySet().retainAll(heads.stream().map(head -> (UUID) head[0]).collect(Collectors.toSet()));
        heads.stream().filter(head -> !head[1].equals(noted.get((UUID) head[0])))
                .forEach(head -> note((UUID) head[0], (long) head[1], (String) head[2]));
    }

    private void note(UUID exercise, long seq, String hash) {
        noted.put(exercise, seq);
        Log.infof("Journal anchor of exercise %s: entry %d, hash %s", exercise, seq, hash);
    }

    /** To control staff, in the transaction of the change. @param turn ENDEX or Closed */
    public void send(Exercise exercise, String turn, Instant at) {
        if (exercise.isRehearsal()) {
            return;
        }
        List<RosterEntry> roster = RosterEntry.of(exercise.id);
        Set<String> outsiders = roster.stream()
                .filter(entry -> entry.role == ExerciseRole.PLAYER || entry.role == ExerciseRole.OBSERVER)
                .map(entry -> entry.person).collect(Collectors.toSet());
        List<String> staff = roster.stream().filter(entry -> entry.role.isControl()).map(entry -> entry.person).distinct()
                .filter(person -> !outsiders.contains(person)).toList();
        String path = "/api/exercises/" + exercise.id + "/journal/verification?seq=" + exercise.seq + "&hash=" + exercise.hash;
        outbox.post(new OutboundMessage(null, null, turn + ": " + exercise.name,
                "The journal holds %d entries now. The hash of the newest is%n%s%n%nKeep this message. ".formatted(exercise.seq,
                        exercise.hash)
                        + "This shows whether an entry was changed or removed since: " + address.of(path),
                false), staff, CHANNELS, at);
    }
}
