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

import io.smallrye.mutiny.Uni;

/**
 * A password is much work to check, on purpose. So there are hands for it, fewer than cores, and addresses take turns: whoever
 * sends a hundred wrong ones at once waits behind their own, and nobody else does.
 */
@ApplicationScoped
class PasswordTurns {

    private static final int HANDS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** By address, whose turn is next first. */
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "passwords");
        thread.setDaemon(true);
        return thread;
    });
    private int busy;

    <T> Uni<T> take(String address, Supplier<T> check) {
        return Uni.createFrom().emitter(answer -> enter(address, () -> {
            try {
                answer.complete(check.get());
            } catch (Throwable failure) {
                answer.fail(failure);
            }
        }));
    }

    private synchronized void enter(String address, Runnable check) {
        waiting.computeIfAbsent(address, first -> new ArrayDeque<>()).add(check);
        if (busy < HANDS) {
            busy++;
            hands.execute(this::work);
        }
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
