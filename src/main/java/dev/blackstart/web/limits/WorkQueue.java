package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.DaemonThreads;

/**
 * Heavy work of one kind: few threads, a limit per person and in all, a deadline that counts from the request, and one result
 * for all who ask for the same at the same time.
 */
final class WorkQueue implements AutoCloseable {

    private static final int RETRY_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final int perPerson;
    private final int inAll;
    private final Duration deadline;
    private final Map<Object, HeavyTask<?>> shared = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private int all;

    /** @param perPerson requests of one person that wait for a result at most */
    WorkQueue(String name, int threads, int perPerson, int inAll, Duration deadline) {
        this.threads = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(),
                DaemonThreads.named(name));
        this.threads.allowCoreThreadTimeOut(true);
        this.perPerson = perPerson;
        this.inAll = inAll;
        this.deadline = deadline;
    }

    /**
     * @param key what is equal has an equal key; null if it is never shared
     * @return completed by the work, or by a Problem 503 at the deadline; whoever cancels it stops waiting
     * @throws Problem 429 or 503 if too much waits already
     */
    <T> CompletableFuture<T> submit(String person, Object key, Callable<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        HeavyTask<T> work = new HeavyTask<>(key, task, this::forget);
        HeavyTask<T> joined;
        synchronized (this) {
            count(person);
            HeavyTask<T> known = known(key, answer);
            joined = known == null ? work : known;
            if (known == null) {
                work.join(answer);
                shared.put(key == null ? work : key, work);
            }
        }
        answer.whenComplete((result, failure) -> left(person, joined, answer));
        answer.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (joined == work) {
            threads.execute(work);
        }
        return answer;
    }

    private void count(String person) {
        if (waiting.getOrDefault(person, 0) >= perPerson) {
            throw Problem.tooMany("Several of your requests like this one are still being worked on; wait for their answers.",
                    RETRY_SECONDS);
        }
        if (all >= inAll) {
            throw busy();
        }
        waiting.merge(person, 1, Integer::sum);
        all++;
    }

    /** Null where there is none that still can be joined. */
    @SuppressWarnings("unchecked")
    private <T> HeavyTask<T> known(Object key, CompletableFuture<T> answer) {
        HeavyTask<T> known = key == null ? null : (HeavyTask<T>) shared.get(key);
        return known != null && known.join(answer) ? known : null;
    }

    private synchronized void forget(HeavyTask<?> work) {
        shared.remove(work.key == null ? work : work.key, work);
    }

    private <T> void left(String person, HeavyTask<T> work, CompletableFuture<T> answer) {
        synchronized (this) {
            all--;
            waiting.computeIfPresent(person, (one, count) -> count == 1 ? null : count - 1);
        }
        if (work.leave(answer)) {
            forget(work);
            threads.remove(work);
        }
    }

    static Problem busy() {
        return Problem.busy("The server is busy with reports and files; try again in a moment.", RETRY_SECONDS);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
