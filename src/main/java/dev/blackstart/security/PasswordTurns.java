package dev.blackstart.security;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/**
 * A password is much work to check, on purpose. So there are hands for it, fewer than cores, and addresses take turns: whoever
 * sends a hundred wrong ones at once waits behind their own, and nobody else does.
 */
@ApplicationScoped
class PasswordTurns {

    /** More than a minute's work for each of them, so whoever comes last has given up before. */
    private static final int MOST_WAITING = 5_000;

    private static final int HANDS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** By address, whose turn is next first. */
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "passwords");
        thread.setDaemon(true);
        return thread;
    });
    private int busy;
    private int waits;

    /** Fails like a wrong password where far too many wait. */
    <T> Uni<T> take(String address, Supplier<T> check) {
        return Uni.createFrom().emitter(answer -> {
            boolean entered = enter(address, () -> {
                try {
                    answer.complete(check.get());
                } catch (Throwable failure) {
                    answer.fail(failure);
                }
            });
            if (!entered) {
                answer.fail(new AuthenticationFailedException("too many passwords wait to be checked"));
            }
        });
    }

    private synchronized boolean enter(String address, Runnable check) {
        if (waits == MOST_WAITING) {
            return false;
        }
        waits++;
        waiting.computeIfAbsent(address, first -> new ArrayDeque<>()).add(check);
        if (busy < HANDS) {
            busy++;
            hands.execute(this::work);
        }
        return true;
    }

    private void work() {
        Runnable check;
        while ((check = next()) != null) {
            check.run();
        }
    }

    /** The rest of its address goes to the end. */
    private synchronized Runnable next() {
        Iterator<Map.Entry<String, Deque<Runnable>>> turns = waiting.entrySet().iterator();
        if (!turns.hasNext()) {
            busy--;
            return null;
        }
        Map.Entry<String, Deque<Runnable>> turn = turns.next();
        turns.remove();
        waits--;
        Runnable check = turn.getValue().remove();
        if (!turn.getValue().isEmpty()) {
            waiting.put(turn.getKey(), turn.getValue());
        }
        return check;
    }

    @PreDestroy
    void close() {
        hands.shutdown();
    }
}
