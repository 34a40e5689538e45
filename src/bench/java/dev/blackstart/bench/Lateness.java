package dev.blackstart.bench;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * How late items are released: 1,000 items of 100 exercises that run at the same time, spread at random over a minute. Told
 * twice: to the instant the journal gives ({@code at}, read under the lock, before the commit), and to the commit itself.
 */
final class Lateness {

    private static final int EXERCISES = Integer.getInteger("bench.exercises", 100);
    private static final int ITEMS = 10;
    private static final long LEAD = 20_000;
    private static final long SPAN = 60_000;

    private final String note;
    private final UnaryOperator<String> plan;

    Lateness() {
        this("", UnaryOperator.identity());
    }

    /** @param note what is special about this run @param plan what is changed in each plan */
    Lateness(String note, UnaryOperator<String> plan) {
        this.note = note;
        this.plan = plan;
    }

    void measure(Installation installation) throws Exception {
        try (installation; Connection database = installation.connect()) {
            Random random = new Random(7);
            List<String> exercises = new ArrayList<>();
            for (int i = 0; i < EXERCISES; i++) {
                exercises.add(installation.api().exercise(plan.apply(Script.spread(ITEMS, LEAD, LEAD + SPAN, random))));
            }
            try (Commits commits = installation.isPostgresql() ? new Commits.Remembered() : new Commits.Watched(installation)) {
                Instant begun = Instant.now();
                for (int i = 0; i < EXERCISES; i++) {
                    installation.processes.get(i % installation.processes.size()).api().begin(exercises.get(i));
                }
                System.out.printf("%d exercises begun within %s%n", EXERCISES, Duration.between(begun, Instant.now()));
                await(database);
                tell(installation, Release.all(database, commits));
            }
        }
    }

    private static void await(Connection database) throws Exception {
        long end = System.nanoTime() + Duration.ofMillis(3 * (LEAD + SPAN)).toNanos();
        while (Release.count(database) < EXERCISES * ITEMS && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000_000);
        }
    }

    private void tell(Installation installation, List<Release> releases) {
        Spread at = new Spread();
        Spread committed = new Spread();
        for (Release release : releases) {
            at.add(millis(release.due(), release.at()));
            committed.add(millis(release.due(), release.committed()));
        }
        Table table = new Table("release lateness, ms", "items", "p50", "p99", "max");
        row(table, installation.label() + note + ": due to `at`", at);
        row(table, installation.label() + note + ": due to commit" + (installation.isPostgresql() ? "" : " (seen by polling)"),
                committed);
        table.print();
    }

    private static void row(Table table, String name, Spread spread) {
        table.row(name, spread.count(), spread.at(0.5), spread.at(0.99), spread.at(1));
    }

    private static double millis(Instant from, Instant until) {
        return ChronoUnit.MICROS.between(from, until) / 1_000.0;
    }
}
