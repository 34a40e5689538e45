package dev.blackstart.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** People who log findings all the time; what got no answer is sent again with the same id, to whichever process answers. */
final class Posters {

    private static final long BREAK = 5;

    private final Installation installation;
    private volatile List<String> exercises = List.of();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final ExecutorService people;
    private volatile boolean over;

    Posters(Installation installation, int count) {
        this.installation = installation;
        this.people = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            int first = i;
            people.submit(() -> run(first));
        }
    }

    private void run(int turn) {
        for (int n = turn; !over; n++) {
            List<String> chosen = exercises;
            String exercise = chosen.isEmpty() ? null : chosen.get(n % chosen.size());
            UUID id = UUID.randomUUID();
            while (!over && !sent(id, exercise, n)) {
                n++;
            }
        }
    }

    private boolean sent(UUID id, String exercise, int n) {
        Product product = installation.processes.get(n % installation.processes.size());
        try {
            TimeUnit.MILLISECONDS.sleep(BREAK);
            if (exercise == null) {
                return true;
            }
            int status = product.api().send("pia", "POST", "/api/exercises/" + exercise + "/findings", "application/json",
                    Api.text(Map.of("id", id, "text", "Seen while it was killed: " + id))).statusCode();
            if (status == 200 || status == 201) {
                acknowledged.add(id);
            }
            return status < 500;
        } catch (IOException died) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void postTo(List<String> running) {
        exercises = running;
    }

    /** Ids of the findings that were answered 201, or 200 when sent again. */
    Set<UUID> acknowledged() {
        return acknowledged;
    }

    void stop() throws InterruptedException {
        over = true;
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
    }
}
