package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.problem.Problem;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Where reports, documents, pictures and files are worked on, so that they take neither all threads nor all memory. */
@ApplicationScoped
public class HeavyWork {

    /** Each has threads of its own: a long document delays no picture. */
    public enum Kind {
        /** PDF: takes much memory, one at a time. */
        DOCUMENT(1),
        /** What is derived from a whole journal. */
        REPORT(2),
        /** Decoding and scaling. */
        PICTURE(Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors() - 1))),
        /** Imports and exports of the directory; a large one takes minutes. */
        FILE(1);

        private final int threads;

        Kind(int threads) {
            this.threads = threads;
        }
    }

    private static final Duration FILE_DEADLINE = Duration.ofMinutes(15);

    private final Map<Kind, WorkQueue> queues = new EnumMap<>(Kind.class);
    private final CurrentVertxRequest request;

    HeavyWork(LimitsConfig config, CurrentVertxRequest request) {
        this.request = request;
        for (Kind kind : Kind.values()) {
            queues.put(kind, new WorkQueue(kind.name().toLowerCase(), kind.threads, config.workPerPerson(), config.workInAll(),
                    kind == Kind.FILE ? FILE_DEADLINE : config.work()));
        }
    }

    /**
     * Waits for the result in the request's own thread: for short work that needs the request.
     *
     * @param key what is equal has an equal key; null if it is never shared
     * @throws Problem 429 or 503 where there is too much of it, or it takes too long
     */
    public <T> T await(Kind kind, String person, Object key, Callable<T> task) {
        try {
            return queues.get(kind).submit(person, key, task).join();
        } catch (CompletionException failed) {
            throw refusal(failed.getCause());
        } catch (CancellationException cancelled) {
            throw WorkQueue.busy();
        }
    }

    /** The same without a thread: the request's permit is given back meanwhile. Cancelled if its caller goes. */
    public <T> CompletionStage<T> start(Kind kind, String person, Object key, Callable<T> task) {
        CompletableFuture<T> answer = queues.get(kind).submit(person, key, task);
        RoutingContext routing = request.getCurrent();
        if (routing != null) {
            routing.addEndHandler(ended -> answer.cancel(false));
            CurrentPermit.release(routing);
        }
        return answer.handle((result, failure) -> {
            if (failure != null) {
                throw refusal(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            return result;
        });
    }

    private static RuntimeException refusal(Throwable failure) {
        if (failure instanceof TimeoutException || failure instanceof CancellationException) {
            return WorkQueue.busy();
        }
        if (failure instanceof OutOfMemoryError) {
            Log.error("Heavy work was given up: the memory is full", failure);
            return WorkQueue.busy();
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    @PreDestroy
    void close() {
        queues.values().forEach(WorkQueue::close);
    }
}
