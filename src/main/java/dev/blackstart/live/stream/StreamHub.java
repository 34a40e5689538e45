package dev.blackstart.live.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.blackstart.exercise.Visibility;
import dev.blackstart.journal.Journal;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * The exercises that somebody watches on this replica. What this replica writes is handed out after its commit; what others
 * write
 * is found by looking, several times a second, as long as anybody watches.
 */
@ApplicationScoped
public class StreamHub {

    private static final int HANDS = 4;

    private final LiveConfig config;
    private final Visibility visibility;
    private final Clock clock;
    private final ConcurrentMap<UUID, ExerciseStream> feeds = new ConcurrentHashMap<>();
    private final ScheduledExecutorService hands = new ScheduledThreadPoolExecutor(HANDS, DaemonThreads.named("live"),
            new ThreadPoolExecutor.DiscardPolicy());

    StreamHub(LiveConfig config, Visibility visibility, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.visibility = visibility;
    }

    void start(@Observes StartupEvent event) {
        every(config.pollInterval(), ExerciseStream::wake);
        every(config.heartbeat(), this::beat);
    }

    void appended(@Observes(during = TransactionPhase.AFTER_SUCCESS) Journal.Appended appended) {
        ExerciseStream feed = feeds.get(appended.exercise());
        if (feed != null) {
            feed.wake();
        }
    }

    void join(Subscriber watcher) {
        feeds.compute(watcher.sight.exercise(), (exercise, known) -> {
            ExerciseStream feed = known == null ? new ExerciseStream(exercise, visibility, clock, hands) : known;
            feed.add(watcher);
            return feed;
        }).wake();
    }

    void leave(Subscriber watcher) {
        feeds.computeIfPresent(watcher.sight.exercise(), (exercise, feed) -> {
            feed.remove(watcher);
            return feed.isWatched() ? feed : null;
        });
    }

    public boolean isWatched(UUID exercise) {
        return feeds.containsKey(exercise);
    }

    private void beat(ExerciseStream feed) {
        feed.lookAgain();
        feed.beat();
    }

    private void every(Duration pause, Consumer<ExerciseStream> act) {
        hands.scheduleWithFixedDelay(() -> feeds.values().forEach(feed -> {
            try {
                act.accept(feed);
            } catch (RuntimeException | Error failure) {
                Log.errorf(failure, "Could not serve the viewers of an exercise; trying again in %s", pause);
            }
        }), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** While there still is a database to read from. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        hands.shutdown();
        hands.awaitTermination(1, TimeUnit.SECONDS);
    }
}
