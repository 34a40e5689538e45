package dev.blackstart.insight.culture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

@QuarkusTest
class FearMapTest {

    private static final List<String> PEOPLE = List.of("dana", "adam", "pia", "pete", "tess");

    private final String system = "ledger-" + UUID.randomUUID().toString().substring(0, 8);

    private void answer(String person, Object level, int status) {
        GameDay.as(person).contentType(ContentType.JSON).body(Map.of("level", level))
                .post("/api/systems/" + system + "/confidence").then().statusCode(status);
    }

    private void make() {
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("key", system, "name", system)).post("/api/systems").then()
                .statusCode(201);
    }

    private List<SystemConfidence> stored() {
        return QuarkusTransaction.requiringNew().call(() -> SystemConfidence.list("systemKey", system));
    }

    @Test
    void answer_twiceInAQuarter_keepsTheSecond_namesNobody() {
        answer("pia", 3, 404);
        make();
        answer("pia", 0, 422);
        answer("pia", 6, 422);
        answer("pia", 2, 204);
        answer("pia", 4, 204);
        answer("pete", 1, 204);
        assertThat(stored()).hasSize(2).extracting(one -> one.level).containsExactlyInAnyOrder(4, 1);
        assertThat(stored()).allSatisfy(one -> {
            assertThat(one.voice).hasSize(64).doesNotContain("pia");
            assertThat(one.createdAt).isEqualTo(Quarter.of(one.createdAt).begins());
        });
    }

    @Test
    void map_onlyOfQuartersThatAreOver_andGroupsOfFive() {
        make();
        PEOPLE.forEach(person -> answer(person, 2, 204));
        String row = "figures[1].rows.findAll { it.system == '" + system + "' }";
        GameDay.as("pia").get("/api/insight/culture").then().statusCode(200).body(row, hasSize(0));
        Quarter before = Quarter.of(stored().get(0).createdAt.minusSeconds(1));
        move(before, PEOPLE.size() - 1);
        GameDay.as("pia").get("/api/insight/culture").then().statusCode(200).body(row, hasSize(0));
        move(before, PEOPLE.size());
        GameDay.as("pia").get("/api/insight/culture").then().statusCode(200).body(row + ".n", equalTo(List.of(5)))
                .body(row + "[0].median", is(2.0f));
    }

    /** As if so many had answered a quarter earlier. */
    private void move(Quarter quarter, int most) {
        QuarkusTransaction.requiringNew().run(() -> SystemConfidence.<SystemConfidence> list("systemKey", system).stream()
                .limit(most).forEach(one -> one.quarter = quarter.toString()));
    }
}
