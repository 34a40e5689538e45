package dev.blackstart.insight.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** What to plan next: for masters alone, and nothing about exercises that they play in. */
@QuarkusTest
class ProgrammeTopicTest {

    private final String system = "s" + UUID.randomUUID().toString().substring(0, 8);

    private String drill(String key, String kind, String target) {
        return """
                  - key: %s
                    kind: %s
                    title: Break %s
                    owner: dana
                    targets: [%s]
                    hypothesis: It holds.
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT20M
                """.formatted(key, kind, target, target);
    }

    private String day() {
        return """
                systems: [{key: %1$sa, name: Ledger}, {key: %1$sb, name: Network}]
                drills:
                """.formatted(system) + drill("one", "database-failover", system + "a")
                + drill("two", "network-cut", system + "b")
                + """
                        timeline:
                          - {key: first, at: PT0S, drill: one}
                          - {key: second, at: PT0S, drill: two}
                        """;
    }

    private static List<Map<String, Object>> rows(String person, String topic, String figure) {
        return GameDay.as(person).accept("application/json").get("/api/insight/" + topic).then().statusCode(200).extract()
                .path("figures.find { it.key == '" + figure + "' }.rows");
    }

    private List<Map<String, Object>> ofSystem(String person, String topic, String figure, String column) {
        return rows(person, topic, figure).stream().filter(row -> row.get(column).toString().contains(system)).toList();
    }

    private GameDay drilled(String result) {
        GameDay day = GameDay.running(day());
        for (String item : List.of("first", "second")) {
            day.awaitItem(item, "released");
        }
        day.post("carl", "/drills/one/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/two/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/one/transitions", Map.of("to", "reverted")).statusCode(200);
        day.post("carl", "/drills/two/transitions", Map.of("to", "reverted")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        for (String drill : List.of("one", "two")) {
            day.post("eve", "/drills/" + drill + "/result", Map.of("result", result, "reason", "as seen")).statusCode(200);
        }
        return day;
    }

    @Test
    void programme_whoIsNoMaster_notFound() {
        for (String person : List.of("pia", "carl", "tess", "wilma")) {
            GameDay.as(person).get("/api/insight/programme").then().statusCode(404);
            PageClient.as(person).get("/insight/programme").statusCode(404);
            PageClient.as(person).get("/insight").statusCode(200).body(not(containsString("/insight/programme")));
        }
        PageClient.as("dana").get("/insight/programme").statusCode(200)
                .body(containsString("Whose turn it is to plan the next exercise"));
    }

    @Test
    void year_drilledAndScheduled_eachInItsQuarter() {
        GameDay past = drilled("passed");
        assertThat(ofSystem("dana", "programme", "year", "system")).hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("state", "drilled"));
        assertThat(past.id).isNotNull();
        String other = UUID.randomUUID().toString().substring(0, 8);
        String plan = GameDay.plan(day().replace(system, "t" + other));
        int year = Instant.now().atZone(ZoneOffset.UTC).getYear() + 1;
        GameDay.of(plan, Map.of("plan", plan, "startsAt", year + "-05-12T10:00:00Z"));
        List<Map<String, Object>> rows = GameDay.as("dana").accept("application/json")
                .get("/api/insight/programme?from=" + year + "-01-01&to=" + year + "-12-31").then().statusCode(200).extract()
                .path("figures.find { it.key == 'year' }.rows");
        assertThat(rows).filteredOn(row -> row.get("system").equals("t" + other + "a")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("state", "scheduled").containsEntry("q2", "scheduled, 12 May")
                        .containsEntry("q1", null));
    }

    @Test
    void year_masterWhoPlays_learnsNothingOfIt() {
        GameDay secret = GameDay.scheduled(day());
        assertThat(rowsOfNextYears("adam")).contains(system);
        secret.post("dana", "/roster", Map.of("person", "adam", "role", "player")).statusCode(200);
        assertThat(rowsOfNextYears("adam")).doesNotContain(system).doesNotContain(secret.id);
        assertThat(rowsOfNextYears("dana")).contains(system);
    }

    /** Of the year in which a month from now lies. */
    private static String rowsOfNextYears(String person) {
        int year = Instant.now().plusSeconds(30 * 86_400).atZone(ZoneOffset.UTC).getYear();
        return GameDay.as(person).accept("application/json").get("/api/insight/programme?to=" + year + "-12-31").asString();
    }

    @Test
    void ladder_passedThenFailed_oneStepUpThenTheSameAgain() {
        drilled("passed");
        assertThat(ofSystem("dana", "programme", "ladder", "name")).hasSize(2).allSatisfy(row -> assertThat(row)
                .containsEntry("proven", 2).containsEntry("next", 3));
        drilled("failed");
        assertThat(ofSystem("dana", "programme", "ladder", "name")).allSatisfy(row -> assertThat(row)
                .containsEntry("proven", 2).containsEntry("next", 2)
                .containsEntry("why", "the newest one failed: repeat this step"));
    }

    @Test
    void combinations_faultsActiveAtOnce_countedAndNoLongerSuggested() {
        drilled("passed");
        assertThat(ofSystem("carl", "coverage", "combinations", "one")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("atOnce", 1).containsEntry("inTurn", 0)
                        .containsEntry("other", system + "b: network-cut"));
        assertThat(ofSystem("pia", "coverage", "combinations", "one")).isEmpty();
        assertThat(ofSystem("dana", "programme", "together", "one")).noneMatch(
                row -> row.get("other").toString().contains(system));
    }

    @Test
    void turns_everyTeam_oncePerTeamWithItsReason() {
        List<Map<String, Object>> turns = rows("dana", "programme", "turns");
        assertThat(turns).extracting(row -> row.get("team")).doesNotHaveDuplicates().contains("Storage", "Network", "Web");
        assertThat(turns).allSatisfy(row -> assertThat(row.get("why").toString()).isNotBlank());
    }
}
