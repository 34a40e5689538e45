package dev.blackstart.web.limits;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One piece of heavy work and all who wait for its result. It is cancelled when nobody waits any more. Threads are never
 * interrupted, since that would close the file of an H2 database: long work calls {@link #check()} now and then.
 */
public final class HeavyTask<T> implements Runnable {

    private static final ThreadLocal<HeavyTask<?>> CURRENT = new ThreadLocal<>();

    final Object key;
    private final Set<CompletableFuture<T>> waiting = new LinkedHashSet<>();
    private volatile boolean cancelled;
    private Callable<T> task;
    private final Consumer<HeavyTask<?>> done;

    /** @param done called once when it has finished */
    HeavyTask(Object key, Callable<T> task, Consumer<HeavyTask<?>> done) {
        this.key = key;
        this.task = task;
        this.done = done;
    }

    /** Ends the work of this thread if nobody waits for it any more. @throws CancellationException then */
    public static void check() {
        HeavyTask<?> current = CURRENT.get();
        if (current != null && current.cancelled) {
            throw new CancellationException("nobody waits for it any more");
        }
    }

    /** @return false if it is cancelled already */
    synchronized boolean join(CompletableFuture<T> one) {
        return !cancelled && waiting.add(one);
    }

    /** @return true if nobody waits any more */
    synchronized boolean leave(CompletableFuture<T> one) {
        waiting.remove(one);
        cancelled |= waiting.isEmpty();
        return cancelled;
    }

    @Override
    public void run() {
        T result = null;
        Throwable failure = null;
        CURRENT.set(this);
        try {
            check();
            result = task.call();
        } catch (Throwable failed) {
            // an OutOfMemoryError too: whoever waits is answered, and what it held is free
            failure = failed;
        } finally {
            CURRENT.remove();
            task = null;
            done.accept(this);
        }
        for (CompletableFuture<T> one : all()) {
            if (failure == null) {
                one.complete(result);
            } else {
                one.completeExceptionally(failure);
            }
        }
    }

    private synchronized Set<CompletableFuture<T>> all() {
        cancelled = true;
        return new LinkedHashSet<>(waiting);
    }
}
