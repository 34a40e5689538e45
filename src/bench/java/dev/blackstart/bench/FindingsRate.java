package dev.blackstart.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many findings a second are taken: posted over kept connections by three people, each answered 201 before the next, over
 * 20
 * exercises and over one, each after a minute of the same that lets the compiler finish. The measured minute sees each
 * password's cached check run out once.
 */
final class FindingsRate {

    private static final int CONNECTIONS = 16;
    private static final Duration WARMING = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final List<String> PEOPLE = List.of("pia", "pete", "noel");

    void measure(Installation installation) throws Exception {
        try (installation) {
            Table table = new Table("findings, durable", "connections", "201s", "others", "per second", "p50 ms", "p99 ms",
                    "max ms", "processor ms each");
            Product product = installation.processes.get(0);
            for (int exercises : new int[] { 20, 1 }) {
                List<String> ids = new ArrayList<>();
                for (int i = 0; i < exercises; i++) {
                    ids.add(installation.api().exercise(Script.quiet()));
                    installation.api().begin(ids.get(i));
                }
                load(installation.api(), ids, WARMING);
                Duration before = product.processorTime();
                Load load = load(installation.api(), ids, MEASURED);
                double used = product.processorTime().minus(before).toMillis();
                table.row(installation.label() + ", " + (exercises == 1 ? "one exercise" : exercises + " exercises"),
                        CONNECTIONS,
                        load.taken.count(), load.others.count(), load.taken.count() / (double) MEASURED.toSeconds(),
                        load.taken.at(0.5), load.taken.at(0.99), load.taken.at(1), used / load.taken.count());
            }
            table.print();
        }
    }

    private record Load(Spread taken, Spread others) {
    }

    private static Load load(Api api, List<String> exercises, Duration time) throws InterruptedException {
        Load load = new Load(new Spread(), new Spread());
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i;
            people.submit(() -> {
                for (int n = first; !over.get(); n += CONNECTIONS) {
                    post(api, exercises.get(n % exercises.size()), PEOPLE.get(n % PEOPLE.size()), load);
                }
            });
        }
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        over.set(true);
        people.shutdown();
        people.awaitTermination(1, TimeUnit.MINUTES);
        return load;
    }

    private static void post(Api api, String exercise, String person, Load load) {
        long begun = System.nanoTime();
        int status;
        try {
            status = api.send(person, "POST", "/api/exercises/" + exercise + "/findings", "application/json",
                    Api.text(Map.of("id", UUID.randomUUID(), "text", "The order page shows an error since two minutes.")))
                    .statusCode();
        } catch (IOException failed) {
            status = 0;
        }
        (status == 201 ? load.taken : load.others).add((System.nanoTime() - begun) / 1e6);
    }
}
