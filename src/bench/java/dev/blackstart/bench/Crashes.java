package dev.blackstart.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code kill -9}, each time in the middle of two timelines, while findings are posted all the time; one process is started
 * again, of two the other one goes on meanwhile. Afterwards everything that was promised is looked for.
 */
final class Crashes {

    private static final int KILLS = Integer.getInteger("bench.kills", 10);
    private static final int AT_ONCE = 2;
    private static final int POSTERS = 2;
    private static final long LENGTH = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Random random = new Random(7);
    private final List<String> exercises = new ArrayList<>();
    private int longOutages;

    void measure(Installation installation) throws Exception {
        try (installation) {
            Posters posters = new Posters(installation, POSTERS);
            Table kills = new Table("kill", "process", "released before", "findings acknowledged before",
                    "answers again after ms");
            boolean ended = true;
            for (int kill = 0; kill < KILLS; kill++) {
                Product victim = installation.processes.get(kill % installation.processes.size());
                ended &= round(kill, victim, installation.api(), posters, kills);
            }
            posters.stop();
            kills.print();
            System.out.println("Exercises that stood after an outage longer than the grace, and were resumed: " + longOutages);
            Aftermath aftermath = new Aftermath(exercises, posters.acknowledged());
            aftermath.verifyOverHttp(installation);
            installation.stopProcesses();
            try (Connection database = installation.connect()) {
                aftermath.look(database);
            }
            aftermath.tell(installation.label() + ", " + KILLS + " times kill -9", ended);
        }
    }

    private boolean round(int kill, Product victim, Api api, Posters posters, Table table) throws Exception {
        List<String> now = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            now.add(api.exercise(Script.steps(LENGTH, 100, 200, random)));
        }
        exercises.addAll(now);
        now.forEach(api::begin);
        posters.postTo(now);
        TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(9_000));
        long released = 0;
        for (String exercise : now) {
            released += released(api, exercise);
        }
        int acknowledged = posters.acknowledged().size();
        victim.kill();
        long dead = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
        victim.start();
        table.row(kill + 1, victim.name, released, acknowledged, (System.nanoTime() - dead) / 1_000_000);
        return awaitEnd(api, now);
    }

    private static long released(Api api, String exercise) {
        long released = 0;
        for (JsonNode item : api.get("dana", "/api/exercises/" + exercise + "/timeline").get("items")) {
            released += item.hasNonNull("releasedAt") ? 1 : 0;
        }
        return released;
    }

    private boolean awaitEnd(Api api, List<String> now) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> states = now.stream().map(exercise -> state(api, exercise)).toList();
            if (states.stream().allMatch("ended"::equals)) {
                return true;
            }
            LockSupport.parkNanos(200_000_000);
        }
        return false;
    }

    /** A start that took longer than the grace leaves it standing; a controller lets it catch up. */
    private String state(Api api, String exercise) {
        String state = api.get("dana", "/api/exercises/" + exercise).get("state").asText();
        if (state.equals("paused")) {
            longOutages++;
            api.post("carl", "/api/exercises/" + exercise + "/transitions", Map.of("to", "running", "catchUp", "release"), 200);
        }
        return state;
    }
}
