package dev.blackstart.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Two processes on one database draw the runs of standing plans and remind people of preparation. Each run and each reminder
 * once:
 * plans are switched on through both at the same moment, runs cancelled through both, and one process is killed in the middle;
 * both
 * begin to look for whom to remind at the same moment.
 */
final class RecurringTwice {

    private static final int PLANS = 40;
    private static final int ROUNDS = 6;
    private static final int PEOPLE = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String PLAN = """
            key: %s
            name: Benchmark
            type: tabletop
            intensity: 1
            environment: development
            owner: dana
            approvers: [adam]
            team: %s
            schedule: {preparation: P30D, duration: PT1H, zone: UTC%s}
            roster: [{person: dana, role: director}, {person: carl, role: controller}]
            %s
            timeline: [{key: end, manual: true, endex: {}}]
            """;

    private final Installation installation;
    private final List<String> plans = new ArrayList<>();

    private RecurringTwice(Installation installation) {
        this.installation = installation;
    }

    static void measure(Installation installation) throws Exception {
        try (installation; Connection database = installation.connect()) {
            RecurringTwice twice = new RecurringTwice(installation);
            twice.runs(database);
            twice.reminders(database);
        }
    }

    private Api api(int which) {
        return installation.processes.get(which % installation.processes.size()).api();
    }

    private void runs(Connection database) throws Exception {
        for (int i = 0; i < PLANS; i++) {
            String key = "recurring-" + UUID.randomUUID();
            plans.add(key);
            api(i).exercise(PLAN.formatted(key, "storage", ", repeat: {every: P7D, random: true}", ""));
        }
        List<CompletableFuture<Void>> on = new ArrayList<>();
        for (int i = 0; i < 2 * PLANS; i++) {
            Api api = api(i);
            String path = "/api/recurring/" + plans.get(i / 2) + "/transitions";
            on.add(CompletableFuture.runAsync(() -> api.post("dana", path, Map.of("to", "on"), 200)));
        }
        on.forEach(CompletableFuture::join);
        for (int round = 0; round < ROUNDS; round++) {
            round(database, round == ROUNDS / 2);
        }
        await(database, "select count(*) from exercise where " + NEXT, PLANS);
        Table table = new Table("recurring runs", "plans", "to be drawn", "drawn", "journaled",
                "plans with more or less than one next");
        table.row(installation.label(), PLANS, PLANS * (ROUNDS + 1), count(database, "select count(*) from exercise where "
                + DRAWN), count(database, "select count(*) from journal_entry where type = 'occurrence-scheduled'"),
                count(database, "select count(*) from (select plan_key from exercise where " + DRAWN
                        + " group by plan_key having sum(case when state = 'SCHEDULED' then 1 else 0 end) <> 1) odd"))
                .print();
    }

    private static final String DRAWN = "created_by = 'blackstart'";
    private static final String NEXT = DRAWN + " and state = 'SCHEDULED'";

    /** All are cancelled, and drawn again by whoever comes first. */
    private void round(Connection database, boolean killing) throws Exception {
        await(database, "select count(*) from exercise where " + NEXT, PLANS);
        List<String> next = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("select id from exercise where " + NEXT);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                next.add(row.getString(1));
            }
        }
        for (int i = 0; i < next.size(); i++) {
            api(i).post("dana", "/api/exercises/" + next.get(i) + "/transitions", Map.of("to", "cancelled", "reason", "again"),
                    200);
        }
        if (killing) {
            Product victim = installation.processes.get(0);
            victim.kill();
            await(database, "select count(*) from exercise where " + NEXT, PLANS);
            victim.start();
        }
    }

    private void reminders(Connection database) throws Exception {
        String team = "crowd-" + UUID.randomUUID();
        people(database, team);
        api(0).exercise(PLAN.formatted("reminding-" + UUID.randomUUID(), team, "",
                "preparation: [{key: own, team: " + team + ", kind: contacts, title: Ring them, due: -P29D}]"));
        installation.stopProcesses();
        List<CompletableFuture<Void>> both = new ArrayList<>();
        for (Product process : installation.processes) {
            both.add(CompletableFuture.runAsync(() -> {
                try {
                    process.start();
                } catch (java.io.IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            }));
        }
        both.forEach(CompletableFuture::join);
        String reminded = "select count(*) from delivery where person like 'crowd-%' and text like 'Due soon:%'";
        await(database, reminded, PEOPLE);
        LockSupport.parkNanos(Duration.ofSeconds(70).toNanos());
        new Table("reminders", "people", "letters", "people with more or less than one").row(installation.label(), PEOPLE,
                count(database, reminded), PEOPLE - count(database, "select count(*) from (select person from delivery where"
                        + " person like 'crowd-%' and text like 'Due soon:%' group by person having count(*) = 1) even"))
                .print();
    }

    private static void await(Connection database, String query, long wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(database, query) < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(count(database, query) + " of " + wanted + ": " + query);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static long count(Connection database, String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Where they live it is noon. */
    private static void people(Connection database, String team) throws SQLException {
        int ahead = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID id = UUID.randomUUID();
        try (PreparedStatement row = database.prepareStatement(
                "insert into team (id, version, created_at, team_key, name, lead_key) values (?, 0, ?, ?, ?, 'tess')")) {
            row.setObject(1, id);
            row.setObject(2, now);
            row.setString(3, team);
            row.setString(4, "Crowd");
            row.executeUpdate();
        }
        try (PreparedStatement row = database.prepareStatement("insert into person (id, version, created_at, person_key, name,"
                + " email, platform_role, credential_version, zone) values (?, 0, ?, ?, ?, ?, 'MEMBER', 0, ?)");
                PreparedStatement member = database
                        .prepareStatement("insert into team_member (team_id, person_key) values (?, ?)")) {
            for (int i = 0; i < PEOPLE; i++) {
                row.setObject(1, UUID.randomUUID());
                row.setObject(2, now);
                row.setString(3, "crowd-" + i);
                row.setString(4, "Person " + i);
                row.setString(5, "crowd" + i + "@example.org");
                row.setString(6, ZoneOffset.ofHours(ahead).getId());
                row.addBatch();
                member.setObject(1, id);
                member.setString(2, "crowd-" + i);
                member.addBatch();
            }
            row.executeBatch();
            member.executeBatch();
        }
    }
}
