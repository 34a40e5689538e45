package dev.blackstart.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** What the database holds after the crashes, against what was promised. */
final class Aftermath {

    private final List<String> exercises;
    private final Set<UUID> acknowledged;

    private int items;
    private int once;
    private int twice;
    private int lost;
    private int outOfOrder;
    private int findingsLost;
    private int findingsTwice;
    private int brokenChains;
    private int refused;
    private long longestGap;
    private final Spread late = new Spread();

    Aftermath(List<String> exercises, Set<UUID> acknowledged) {
        this.exercises = exercises;
        this.acknowledged = acknowledged;
    }

    /** The product's own word on its journals. */
    void verifyOverHttp(Installation installation) {
        for (String exercise : exercises) {
            if (!installation.api().get("dana", "/api/exercises/" + exercise + "/journal/verification").get("valid")
                    .asBoolean()) {
                refused++;
            }
        }
    }

    void look(Connection database) throws Exception {
        Map<UUID, Integer> told = new HashMap<>();
        for (String exercise : exercises) {
            look(database, UUID.fromString(exercise), told);
        }
        for (UUID id : acknowledged) {
            findingsLost += told.containsKey(id) ? 0 : 1;
        }
        findingsTwice += (int) told.values().stream().filter(times -> times > 1).count();
        Set<UUID> rows = new HashSet<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id from finding")) {
            while (row.next()) {
                rows.add(row.getObject(1, UUID.class));
            }
        }
        if (!rows.equals(told.keySet()) || !rows.containsAll(acknowledged)) {
            findingsLost++;
        }
    }

    private void look(Connection database, UUID exercise, Map<UUID, Integer> findings) throws Exception {
        Map<String, Integer> released = new HashMap<>();
        Chain chain = new Chain(exercise);
        Duration lastDue = Duration.ZERO;
        Instant begun = null;
        Instant before = null;
        try (PreparedStatement entries = database
                .prepareStatement("select seq, at, clock, type, actor, audience, data, hash, salts"
                        + " from journal_entry where exercise_id = ? order by seq")) {
            entries.setObject(1, exercise);
            ResultSet row = entries.executeQuery();
            while (row.next()) {
                chain.add(row);
                Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                JsonNode data = Api.JSON.readTree(row.getString(7));
                switch (row.getString(4)) {
                    case "startex" -> begun = at;
                    case "finding-logged" -> findings.merge(UUID.fromString(data.get("finding").asText()), 1, Integer::sum);
                    case "item-released" -> {
                        Duration due = Duration.parse(data.get("due").asText());
                        outOfOrder += due.compareTo(lastDue) < 0 ? 1 : 0;
                        lastDue = due;
                        released.merge(data.get("item").asText(), 1, Integer::sum);
                        late.add(Duration.between(begun.plus(due), at).toNanos() / 1e6);
                        longestGap = Math.max(longestGap, before == null ? 0 : Duration.between(before, at).toMillis());
                        before = at;
                    }
                    default -> {
                    }
                }
            }
        }
        brokenChains += chain.isWhole(database) ? 0 : 1;
        count(database, exercise, released);
    }

    private void count(Connection database, UUID exercise, Map<String, Integer> released) throws Exception {
        try (PreparedStatement all = database
                .prepareStatement("select item_key from timeline_item where exercise_id = ? and unplanned = false")) {
            all.setObject(1, exercise);
            ResultSet row = all.executeQuery();
            while (row.next()) {
                int times = released.getOrDefault(row.getString(1), 0);
                items++;
                once += times == 1 ? 1 : 0;
                lost += times == 0 ? 1 : 0;
                twice += times > 1 ? 1 : 0;
            }
        }
    }

    void tell(String label, boolean ended) {
        new Table(label, "").row("timeline items", items).row("released exactly once", once).row("released twice", twice)
                .row("never released", lost).row("released out of order", outOfOrder)
                .row("findings acknowledged", acknowledged.size()).row("acknowledged and lost", findingsLost)
                .row("logged twice", findingsTwice).row("journals broken, by our own check", brokenChains)
                .row("journals broken, by the product's check", refused).row("all reached ENDEX by themselves", ended)
                .row("longest gap between releases, ms", longestGap).row("lateness p50, ms", late.at(0.5))
                .row("lateness max, ms", late.at(1)).print();
        if (once != items || outOfOrder + findingsLost + findingsTwice + brokenChains + refused > 0 || !ended) {
            throw new IllegalStateException("A promise was broken; see the table");
        }
    }
}
