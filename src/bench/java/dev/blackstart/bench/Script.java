package dev.blackstart.bench;

import java.util.Random;
import java.util.UUID;
import java.util.function.IntToLongFunction;

/** Writes plans for measuring: eight people, messages to all and to a team, tasks and expectations. */
final class Script {

    private static final String HEAD = """
            key: bench-%s
            name: Benchmark
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [adam]
            team: storage
            schedule: {preparation: P14D, duration: PT2H, zone: Europe/Berlin}
            roster:
              - {person: dana, role: director}
              - {person: carl, role: controller}
              - {person: sol, role: safety-officer}
              - {person: eve, role: evaluator}
              - {person: pia, role: player}
              - {person: pete, role: player}
              - {person: noel, role: player}
              - {person: olga, role: observer}
            timeline:
            """;

    private static final String[] BODIES = {
            "message: {to: everyone, channels: [in-app], subject: News, text: Orders are slow again.}",
            "task: {of: carl, text: Watch the standby.}",
            "message: {to: storage, channels: [in-app], text: A customer asks what is wrong.}",
            "expectation: {of: storage, text: Declares an incident, within: PT50M}",
            "message: {to: noel, channels: [in-app], text: The line to site two flaps.}" };

    private Script() {
    }

    /** Each item at its own millisecond of the exercise clock. */
    static String spread(int items, long fromMillis, long untilMillis, Random random) {
        return plan(items, i -> fromMillis + random.nextInt((int) (untilMillis - fromMillis)), null);
    }

    /** One item after the other, at random steps; then the end. */
    static String steps(long untilMillis, int shortest, int longest, Random random) {
        StringBuilder plan = new StringBuilder(HEAD.formatted(UUID.randomUUID()));
        long at = 1_000;
        int number = 0;
        while (at < untilMillis) {
            item(plan, number++, at);
            at += shortest + random.nextInt(longest - shortest + 1);
        }
        return plan.append("  - {key: end, at: ").append(text(at)).append(", endex: {}}\n").toString();
    }

    /** The head of a plan with one system under test on a port of loopback; probes, drills and timeline follow. */
    static String faults(String key, int port) {
        return HEAD.formatted(key).replace("timeline:\n", "").replace("schedule:", """
                systems: [{key: sut, name: System under test, kind: other, hosts: ["127.0.0.1:%d"]}]
                schedule:""".formatted(port).stripTrailing());
    }

    /** Nothing happens by itself. */
    static String quiet() {
        return plan(1, i -> 7_200_000, null);
    }

    private static String plan(int items, IntToLongFunction at, String rest) {
        StringBuilder plan = new StringBuilder(HEAD.formatted(UUID.randomUUID()));
        for (int i = 0; i < items; i++) {
            item(plan, i, at.applyAsLong(i));
        }
        return plan.append(rest == null ? "" : rest).toString();
    }

    private static void item(StringBuilder plan, int number, long millis) {
        plan.append("  - {key: i").append(number).append(", at: ").append(text(millis)).append(", ")
                .append(BODIES[number % BODIES.length]).append("}\n");
    }

    private static String text(long millis) {
        return "PT%d.%03dS".formatted(millis / 1_000, millis % 1_000);
    }
}
