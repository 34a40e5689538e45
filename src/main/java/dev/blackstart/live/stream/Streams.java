package dev.blackstart.live.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.SignInTicket;
import dev.blackstart.web.DaemonThreads;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Opens streams: a sign of life, what was missed, and then everything as it happens. */
@ApplicationScoped
public class Streams {

    /** How many are read for at once: when everybody comes back at the same moment, conduct needs the database too. */
    private static final int READERS = 4;

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final LiveConfig config;
    private final StreamHub streamHub;
    private final Visibility visibility;
    private final OpenStreams open;
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, DaemonThreads.named("replay"));

    Streams(LiveConfig config, StreamHub streamHub, Visibility visibility, Clock clock) {
        this.open = new OpenStreams(config, clock);
        this.config = config;
        this.streamHub = streamHub;
        this.visibility = visibility;
    }

    /**
     * Ends when its reader's roles change, or their signing in does.
     *
     * @param form how it is told
     * @param after number of the last entry they have
     * @param cut ends the connection of a reader who takes nothing
     * @throws Problem 429 where this reader has too many streams open, 503 where there are too many in all
     */
    public Multi<StreamEvent> open(ExerciseAccess sight, SignInTicket signedIn, StreamFormat form, long after, Runnable cut) {
        Runnable ended = open.add(sight.viewer(), cut);
        Replay replay = new Replay(sight, after, visibility, form);
        return Multi.createBy().concatenating().streams(
                Multi.createFrom().item(StreamEvent.HEARTBEAT),
                replay.signals(readers),
                Multi.createFrom().deferred(() -> replay.isOver() ? Multi.createFrom().empty()
                        : watch(sight, signedIn, form, replay.position(), cut)))
                .onFailure()
                .invoke(failure -> Log.errorf(failure, "A stream of %s ends; its reader comes back", sight.exercise()))
                .onFailure().recoverWithCompletion()
                .onTermination().invoke(ended);
    }

    /**
     * A reader's own page. Ends when the reader finds it no longer, or their signing in ends.
     *
     * @throws Problem as above
     */
    public Multi<StreamEvent> open(PersonalPageStream page, Runnable cut) {
        Runnable ended = open.add(page.reader(), cut);
        Multi<StreamEvent> parts = Multi.createFrom().ticks().startingAfter(AT_ONCE).every(page.pace()).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> page.next(config.heartbeat())).runSubscriptionOn(readers))
                .select().first(news -> !page.isOver())
                .onItem().transformToMultiAndConcatenate(news -> Multi.createFrom().iterable(news));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(StreamEvent.HEARTBEAT), parts)
                .onFailure().invoke(failure -> Log.errorf(failure, "A page's stream ends; its reader comes back"))
                .onFailure().recoverWithCompletion()
                .onTermination().invoke(ended);
    }

    /** Streams that are open on this replica. */
    public int count() {
        return open.count();
    }

    /** What waits is counted here, not by the buffer: that one tells of its overflow only to those who read. */
    private Multi<StreamEvent> watch(ExerciseAccess sight, SignInTicket signedIn, StreamFormat form, long position,
            Runnable cut) {
        AtomicInteger waiting = new AtomicInteger();
        return Multi.createFrom().<StreamEvent> emitter(stream -> {
            Subscriber watcher = new Subscriber(sight, signedIn, form, position, stream, waiting, config.buffer(), cut);
            streamHub.join(watcher);
            stream.onTermination(() -> streamHub.leave(watcher));
        }).onItem().invoke(waiting::decrementAndGet);
    }

    @PreDestroy
    void stop() {
        readers.shutdown();
    }
}
