package dev.blackstart.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.blackstart.review.PublishedDay;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** What is scheduled or running shows nowhere in insight, and what is over only to those who may read it. */
@QuarkusTest
class InsightSecrecyTest {

    private static final List<String> TOPICS = List.of("metrics", "coverage", "recovery", "actions", "severity", "detection",
            "participation", "culture");

    private static final String PLAN = """
            systems: [{key: %1$s, name: Ledger, recoveryTarget: PT15M}]
            drills:
              - key: kill
                kind: data-corruption
                title: Corrupt the ledger
                owner: dana
                targets: [%1$s]
                hypothesis: It recovers.
                fault: {driver: manual, instruction: Stop it.}
                revert: {driver: manual, instruction: Start it.}
                maxDuration: PT20M
            timeline:
              - {key: fault, at: PT0S, drill: kill}
            """;

    private static String fresh() {
        return "ledger-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Everything a person reads of the last century, without the instant at which it was read. */
    private static Map<String, String> everything(String person) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String topic : TOPICS) {
            String query = topic + "?from=2020-01-01&to=2028-12-31";
            read.put(topic, GameDay.as(person).accept("application/json").get("/api/insight/" + query).then()
                    .statusCode(200).extract().asString().replaceAll("\"due\":\"[^\"]*\"", "\"due\":\"\""));
            read.put(topic + " page", PageClient.as(person).get("/insight/" + query).statusCode(200).extract().asString()
                    .replaceAll("(?s)^.*?<main", "").replaceAll("value=\"[^\"]{60,}\"", "")
                    .replaceAll("datetime=\"[^\"]*\"[^<]*", ""));
        }
        return read;
    }

    @Test
    void scheduledAndRunning_changesNothingForAnybody() {
        List<String> people = List.of("pia", "wilma", "olga", "carl", "dana");
        List<Map<String, String>> before = people.stream().map(InsightSecrecyTest::everything).toList();
        String system = fresh();
        GameDay day = GameDay.scheduled(PLAN.formatted(system));
        List<Map<String, String>> scheduled = people.stream().map(InsightSecrecyTest::everything).toList();
        day.move("dana", "running").statusCode(200);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("pia", "/findings", Map.of("text", "Seen at " + system, "severity", "sev1")).statusCode(201);
        List<Map<String, String>> running = people.stream().map(InsightSecrecyTest::everything).toList();
        assertThat(scheduled).isEqualTo(before);
        assertThat(running).isEqualTo(before);
        assertThat(Stream.of(scheduled, running).toString()).doesNotContain(system);
    }

    /** Masters are kept in the dark where they play, also about what the same plan showed before. */
    @Test
    void masterWhoPlaysInTheNextOne_readsNothingOfTheFirst() {
        String system = fresh();
        String plan = GameDay.plan(PLAN.formatted(system));
        GameDay first = GameDay.ofPlan(plan);
        first.move("dana", "running").statusCode(200);
        first.awaitItem("fault", "released");
        first.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        first.post("carl", "/drills/kill/transitions", Map.of("to", "reverted")).statusCode(200);
        first.move("dana", "ended").statusCode(200);
        assertThat(everything("adam").toString()).contains(first.id);
        GameDay next = GameDay.of(plan, Map.of("plan", plan, "startsAt", Instant.now().plusSeconds(864_000).toString()));
        next.post("dana", "/roster", Map.of("person", "adam", "role", "player")).statusCode(200);
        assertThat(everything("adam").toString()).doesNotContain(first.id).doesNotContain(next.id).doesNotContain(system);
        assertThat(everything("dana").toString()).contains(first.id).doesNotContain(next.id);
    }

    /** Members count what was published to them, as it was then. */
    @Test
    void published_countsForItsAudience_asTheCopySaysIt() {
        String system = fresh();
        GameDay day = GameDay.running(PLAN.formatted(system));
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/kill/marks", Map.of("clock", "detected")).statusCode(201);
        day.post("carl", "/drills/kill/transitions", Map.of("to", "reverted")).statusCode(200);
        day.post("pia", "/findings", Map.of("text", "Seen at " + system, "severity", "sev1")).statusCode(201);
        day.move("dana", "ended").statusCode(200);
        for (int i = 0; i < 2; i++) {
            day.post(i == 0 ? "pia" : "pete", "/hot-wash", Map.of("wentWell", "Said about " + system)).statusCode(201);
        }
        PublishedDay.sign(day, "Written.");
        List<String> members = List.of("pia", "wilma");
        members.forEach(person -> assertThat(everything(person).toString()).doesNotContain(day.id, system));
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        assertThat(everything("pia").get("metrics")).contains(day.id, system);
        assertThat(everything("wilma").toString()).doesNotContain(day.id, system);
        PublishedDay.again(day, "organisation");
        day.post("eve", "/drills/kill/result", Map.of("result", "failed", "reason", "Judged later.")).statusCode(200);
        Map<String, String> wilma = everything("wilma");
        assertThat(wilma.get("metrics")).contains(day.id, system);
        assertThat(wilma.get("coverage")).contains(system);
        assertThat(wilma.get("coverage page")).contains(system);
        for (String topic : List.of("actions", "severity", "participation", "culture")) {
            assertThat(wilma.get(topic)).as(topic).doesNotContain(day.id, system);
        }
        assertThat(rows("carl", system)).contains("failed");
        assertThat(rows("wilma", system)).isNotEmpty().doesNotContain("failed");
    }

    /** What is behind the coverage of a system. */
    private static String rows(String person, String system) {
        return GameDay.as(person).accept("text/csv")
                .get("/api/insight/coverage?from=2020-01-01&to=2028-12-31&figure=systems&of=behind")
                .then().statusCode(200).extract().asString().lines().filter(line -> line.contains(system))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void suggestionsAndDueDates_mastersAlone() {
        assertThat(everything("dana").get("coverage")).contains("\"key\":\"next\"");
        for (String member : List.of("pia", "carl", "wilma")) {
            Map<String, String> read = everything(member);
            assertThat(read.get("coverage")).doesNotContain("\"key\":\"next\"");
            assertThat(read.get("recovery")).doesNotContain("\"due\"");
            assertThat(read.get("coverage page")).doesNotContain("What to drill next");
            GameDay.as(member).accept("text/csv").get("/api/insight/coverage?figure=next").then().statusCode(404);
            PageClient.as(member).get("/insight/coverage/export?figure=next").statusCode(404);
        }
    }
}
