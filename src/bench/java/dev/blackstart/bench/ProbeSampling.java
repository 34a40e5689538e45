package dev.blackstart.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

/**
 * 100 probes of one exercise, each sampled every second against a server on loopback: how far samples begin from their
 * schedule,
 * how many are skipped, and what it costs. One minute, or as long as {@code -Dbench.probes.duration} says: ten minutes are the
 * published measurement ({@code PT10M}).
 */
final class ProbeSampling {

    static final Map<String, String> SETTINGS = Map.of("BLACKSTART_DRIVERS_ALLOWED_HOSTS", "localhost,127.0.0.1");

    private static final int PROBES = 100;
    private static final int ANSWERING_THREADS = 8;
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final Duration LENGTH = Duration.parse(System.getProperty("bench.probes.duration", "PT1M"));

    void measure(Installation installation) throws Exception {
        HttpServer target = target();
        try (installation) {
            Product product = installation.processes.get(0);
            Api api = installation.api();
            long idle = product.residentKilobytes();
            String exercise = api.exercise(plan(target.getAddress().getPort()));
            api.begin(exercise);
            LockSupport.parkNanos(WARM_UP_NANOS);
            Duration usedBefore = product.processorTime();
            Instant begun = Instant.now();
            long peak = 0;
            while (Duration.between(begun, Instant.now()).compareTo(LENGTH) < 0) {
                LockSupport.parkNanos(1_000_000_000);
                peak = Math.max(peak, product.residentKilobytes());
            }
            Duration took = Duration.between(begun, Instant.now());
            Duration used = product.processorTime().minus(usedBefore);
            tell(installation, api, exercise, 100.0 * used.toNanos() / took.toNanos(), idle, peak);
        } finally {
            target.stop(0);
        }
    }

    private static HttpServer target() throws IOException {
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), PROBES);
        target.setExecutor(Executors.newFixedThreadPool(ANSWERING_THREADS, task -> {
            Thread thread = new Thread(task, "target");
            thread.setDaemon(true);
            return thread;
        }));
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        target.start();
        return target;
    }

    private static String plan(int port) {
        StringBuilder plan = new StringBuilder(Script.spread(1, 3_600_000, 3_700_000, new Random(7)));
        plan.append("probes:\n");
        for (int i = 0; i < PROBES; i++) {
            plan.append("  - {key: p%d, type: http, url: \"http://127.0.0.1:%d/%d\", every: PT1S, tolerance: {status: 200}}\n"
                    .formatted(i, port, i));
        }
        return plan.toString();
    }

    private static void tell(Installation installation, Api api, String exercise, double processor, long idle, long peak) {
        Spread drift = new Spread();
        long skipped = 0;
        long outside = 0;
        String probes = "/api/exercises/" + exercise + "/probes";
        for (int i = 0; i < PROBES; i++) {
            List<Instant> begins = new ArrayList<>();
            String after = "-1";
            while (after != null) {
                JsonNode page = api.get("dana", probes + "/p" + i + "/samples?limit=1000&after=" + after);
                for (JsonNode sample : page.get("items")) {
                    Instant at = Instant.parse(sample.get("at").asText());
                    long n = sample.get("n").asLong();
                    begins.add(at.minusSeconds(n));
                    skipped += sample.get("skipped").asLong();
                    outside += sample.get("outside").asLong();
                }
                after = page.get("next").isNull() ? null : page.get("next").asText();
            }
            Instant earliest = Collections.min(begins);
            begins.forEach(begin -> drift.add(ChronoUnit.MICROS.between(earliest, begin) / 1_000.0));
        }
        new Table("probes, " + installation.label() + ", " + PROBES + " at one second for " + LENGTH, "samples", "skipped",
                "outside", "drift ms p50", "p99", "max", "CPU % of a core", "memory MB idle", "peak")
                .row("later than the schedule of the most punctual sample", drift.count(), skipped, outside, drift.at(0.5),
                        drift.at(0.99),
                        drift.at(1), processor, idle / 1024, peak / 1024)
                .print();
    }
}
