package dev.blackstart.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Faults that do nothing, 100 by {@code process} and 100 by {@code http} on loopback, one after the other, each at an instant
 * of
 * the exercise clock. Told apart: how late the driver is called (the intent is committed by then), how long the driver takes,
 * and
 * what the platform adds until the outcome is committed. Beside them the bare floor of the same run.
 */
final class DriverSteps {

    private static final int STEPS = 100;
    private static final long FIRST_MILLIS = 3_000;
    private static final long APART_MILLIS = Long.getLong("bench.drivers.apart", 150);
    private static final Path COMMANDS = Path.of("target", "bench", "commands").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static Map<String, String> settings() throws IOException {
        Files.createDirectories(COMMANDS);
        Path noop = Files.writeString(COMMANDS.resolve("noop"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(noop, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Map.of("BLACKSTART_DRIVERS_ALLOWED_HOSTS", "localhost,127.0.0.1", "BLACKSTART_DRIVERS_PROCESS_ENABLED", "true",
                "BLACKSTART_DRIVERS_PROCESS_FOLDER", COMMANDS.toString());
    }

    void measure(Installation installation) throws Exception {
        try (installation; FaultSystem system = new FaultSystem(0)) {
            Spread commits = bareCommits(installation);
            Table table = new Table("driver, " + installation.label() + ", " + STEPS + " steps", "p50 ms", "p99", "max",
                    "of the floor");
            for (String driver : new String[] { "process", "http" }) {
                Spread bare = driver.equals("process") ? bareSpawns() : bareRequests(system);
                run(installation.api(), driver, system, bare, commits, table);
            }
            row(table, "floor: a commit", commits, null);
            table.print();
        }
    }

    private static void run(Api api, String driver, FaultSystem system, Spread bare, Spread commits, Table table) {
        String exercise = api.exercise(plan(driver, system.port()));
        api.begin(exercise);
        JsonNode drills = awaitAll(api, exercise, "injected");
        Spread late = new Spread();
        Spread call = new Spread();
        Spread added = new Spread();
        Map<String, Instant> due = DueInstants.of(api, exercise);
        Map<String, JsonNode> outcomes = DueInstants.outcomes(api, exercise);
        for (JsonNode drill : drills) {
            String key = drill.get("key").asText();
            JsonNode inject = drill.get("calls").get(0);
            Instant started = Instant.parse(inject.get("startedAt").asText());
            Instant ended = Instant.parse(inject.get("endedAt").asText());
            double millis = outcomes.get(key).get("data").get("millis").asDouble();
            late.add(millis(due.get(key), started));
            call.add(millis);
            added.add(Math.max(0, millis(started, ended) - millis));
        }
        row(table, driver + ": due, intent committed, driver called", late, commits);
        row(table, driver + ": call of the driver, whole ms", call, bare);
        row(table, driver + ": beside the call, until the outcome is written", added, commits);
        row(table, "floor: a bare " + driver + " call", bare, null);
        end(api, exercise);
    }

    /** The next exercise takes the same target. */
    private static void end(Api api, String exercise) {
        api.post("dana", "/api/exercises/" + exercise + "/transitions", Map.of("to", "ended"), 200);
        awaitAll(api, exercise, "reverted");
    }

    private static void row(Table table, String name, Spread spread, Spread floor) {
        table.row(name, spread.at(0.5), spread.at(0.99), spread.at(1),
                floor == null ? "" : "%.1f".formatted(spread.at(0.5) / floor.at(0.5)));
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1_000_000.0;
    }

    private static JsonNode awaitAll(Api api, String exercise, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode drills = api.get("dana", "/api/exercises/" + exercise + "/drills").get("items");
            int there = 0;
            for (JsonNode drill : drills) {
                there += drill.get("state").asText().equals(state) ? 1 : 0;
            }
            if (there == STEPS) {
                return drills;
            }
            LockSupport.parkNanos(500_000_000);
        }
        throw new IllegalStateException("Not all faults were " + state);
    }

    private static String plan(String driver, int port) {
        StringBuilder drills = new StringBuilder("drills:\n");
        StringBuilder items = new StringBuilder("timeline:\n");
        for (int i = 0; i < STEPS; i++) {
            String step = driver.equals("process") ? "{driver: process, command: [noop]}"
                    : "{driver: http, method: POST, url: \"http://127.0.0.1:%d/break/d%d\"}".formatted(port, i);
            drills.append(
                    "  - {key: d%d, kind: custom, title: Step %d, owner: dana, targets: [sut], maxDuration: PT30M, fault: %s, "
                            .formatted(i, i, step))
                    .append("revert: ").append(step.replace("/break/", "/mend/")).append("}\n");
            long at = FIRST_MILLIS + i * APART_MILLIS;
            items.append("  - {key: d%d, at: PT%d.%03dS, drill: d%d}\n".formatted(i, at / 1_000, at % 1_000, i));
        }
        return Script.faults(UUID.randomUUID().toString(), port) + drills + items;
    }

    private static Spread bareSpawns() throws IOException, InterruptedException {
        Spread spread = new Spread();
        for (int i = 0; i < STEPS; i++) {
            long began = System.nanoTime();
            new ProcessBuilder(COMMANDS.resolve("noop").toString()).start().waitFor();
            spread.add((System.nanoTime() - began) / 1_000_000.0);
        }
        return spread;
    }

    private static Spread bareRequests(FaultSystem system) throws IOException, InterruptedException {
        Spread spread = new Spread();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/mend/bare".formatted(system.port())))
                .POST(BodyPublishers.noBody()).build();
        for (int i = 0; i < STEPS; i++) {
            long began = System.nanoTime();
            client.send(request, BodyHandlers.discarding());
            spread.add((System.nanoTime() - began) / 1_000_000.0);
        }
        return spread;
    }

    private static Spread bareCommits(Installation installation) throws SQLException {
        Spread spread = new Spread();
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            statement.execute("create table bench_floor (id int primary key, word varchar(100))");
            for (int i = 0; i < STEPS; i++) {
                long began = System.nanoTime();
                statement.execute("insert into bench_floor values (%d, 'outcome')".formatted(i));
                spread.add((System.nanoTime() - began) / 1_000_000.0);
            }
            statement.execute("drop table bench_floor");
        }
        return spread;
    }
}
