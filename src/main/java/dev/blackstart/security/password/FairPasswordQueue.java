package dev.blackstart.security.password;

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

import dev.blackstart.web.DaemonThreads;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;

/**
 * A password is much work to check, on purpose. So there are hands for it, fewer than cores, and addresses take turns: whoever
 * sends a hundred wrong ones at once waits behind their own, and nobody else does. What cannot wait goes first.
 */
@ApplicationScoped
class FairPasswordQueue {

    /** More than a minute's work for each of them, so whoever comes last has given up before. */
    private static final int MOST_WAITING = 5_000;

    private static final int HANDS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** As many of those that go first are checked before one of the others is. */
    private static final int IN_A_ROW = 4;

    private final Lane first = new Lane();
    private final Lane others = new Lane();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, DaemonThreads.named("passwords"));
    private int busy;
    private int row;

    /** Fails like a wrong password where far too many wait. @param goesFirst before what strangers send */
    <T> Uni<T> take(boolean goesFirst, String address, Supplier<T> check) {
        return Uni.createFrom().emitter(answer -> {
            boolean entered = enter(goesFirst ? first : others, address, () -> {
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

    private synchronized boolean enter(Lane lane, String address, Runnable check) {
        if (!lane.add(address, check)) {
            return false;
        }
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

    private synchronized Runnable next() {
        boolean othersTurn = row >= IN_A_ROW;
        Runnable check = (othersTurn ? others : first).poll();
        row = check == null || othersTurn ? 0 : row + 1;
        if (check == null) {
            check = (othersTurn ? first : others).poll();
        }
        if (check == null) {
            busy--;
        }
        return check;
    }

    @PreDestroy
    void close() {
        hands.shutdown();
    }

    /** Addresses take turns in it. */
    private static final class Lane {

        /** By address, whose turn is next first. */
        private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();
        private int size;

        boolean add(String address, Runnable check) {
            if (size == MOST_WAITING) {
                return false;
            }
            size++;
            return waiting.computeIfAbsent(address, none -> new ArrayDeque<>()).add(check);
        }

        /** The rest of its address goes to the end. */
        Runnable poll() {
            Iterator<Map.Entry<String, Deque<Runnable>>> turns = waiting.entrySet().iterator();
            if (!turns.hasNext()) {
                return null;
            }
            Map.Entry<String, Deque<Runnable>> turn = turns.next();
            turns.remove();
            size--;
            Runnable check = turn.getValue().remove();
            if (!turn.getValue().isEmpty()) {
                waiting.put(turn.getKey(), turn.getValue());
            }
            return check;
        }
    }
}
