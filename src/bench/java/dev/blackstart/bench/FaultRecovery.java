package dev.blackstart.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code kill -9} in the middle of an injection, and the time until the fault is reverted and a probe has verified it: from the
 * kill, and from the moment at which the process answers again. The floor is the start of the process alone.
 */
final class FaultRecovery {

    private static final int KILLS = Integer.getInteger("bench.kills", 20);
    private static final long INJECTION_NANOS = 4_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Random random = new Random(7);

    void measure(Installation installation) throws Exception {
        Spread whole = new Spread();
        Spread started = new Spread();
        Spread afterStart = new Spread();
        int left = 0;
        try (installation; FaultSystem system = new FaultSystem(INJECTION_NANOS)) {
            Product product = installation.processes.get(0);
            for (int kill = 0; kill < KILLS; kill++) {
                String exercise = installation.api().exercise(plan(system.port()));
                installation.api().begin(exercise);
                await(() -> system.isBroken());
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                product.kill();
                long dead = System.nanoTime();
                product.start();
                long up = System.nanoTime();
                await(() -> isVerified(installation.api(), exercise));
                long over = System.nanoTime();
                whole.add((over - dead) / 1_000_000.0);
                started.add((up - dead) / 1_000_000.0);
                afterStart.add((over - up) / 1_000_000.0);
                left += system.isBroken() ? 1 : 0;
                installation.api().post("dana", "/api/exercises/" + exercise + "/transitions",
                        Map.of("to", "ended"), 200);
            }
        }
        Table table = new Table("recovery, " + installation.label() + ", " + KILLS + " kills", "p50 ms", "p99", "max",
                "of the start");
        row(table, "from kill -9 to the verified revert", whole, started);
        row(table, "from the first answer to the verified revert", afterStart, started);
        row(table, "floor: start of the process", started, started);
        table.print();
        System.out.println("Faults left behind: " + left);
    }

    private static void row(Table table, String name, Spread spread, Spread floor) {
        table.row(name, spread.at(0.5), spread.at(0.99), spread.at(1), "%.2f".formatted(spread.at(0.5) / floor.at(0.5)));
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not happen within " + PATIENCE);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static boolean isVerified(Api api, String exercise) {
        JsonNode drill = api.get("dana", "/api/exercises/" + exercise + "/drills").get("items").get(0);
        return drill.get("state").asText().equals("reverted") && drill.path("verified").asBoolean();
    }

    private static String plan(int port) {
        return Script.faults(UUID.randomUUID().toString(), port)
                + """
                        probes: [{key: health, type: http, url: "http://127.0.0.1:PORT/health", every: PT1S, tolerance: {status: 200}}]
                        drills:
                          - {key: fault, kind: custom, title: Break it, owner: dana, targets: [sut], maxDuration: PT30M,
                            fault: {driver: http, method: POST, url: "http://127.0.0.1:PORT/break/it", deadline: PT10S},
                            revert: {driver: http, method: POST, url: "http://127.0.0.1:PORT/mend/it", verify: {probe: health, for: PT1S}}}
                        timeline:
                          - {key: fault, at: PT0S, drill: fault}
                        """
                        .replace("PORT", String.valueOf(port));
    }
}
