package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** A wrong number that calling showed stands where people look: on the person's page and in the directory's list. */
@QuarkusTest
class WrongContactTest {

    private static final String PETE = "/directory/people/pete";
    private static final String REPORTED = "Wrong number</b>, reported on";
    private static final String DAY = """
            callTrees: [{key: storage-on-call, root: {person: pete, channels: [phone], wait: PT5M}}]
            timeline: [{key: end, at: PT2H, endex: {}}]
            """;

    private String before;
    private GameDay day;

    @BeforeEach
    void wrongNumber() {
        before = as("pete").get("/api/people/pete").then().extract().path("phone");
        phone("+49 30 23125 999");
        day = GameDay.running(DAY);
        String attempt = day.post("carl", "/call-trees/storage-on-call/activations", Map.of()).statusCode(201).extract()
                .path("root.attempts[0].id");
        as("carl").contentType("application/json").body(Map.of("result", "wrong-number", "correction", "+49 30 23125 998"))
                .post("/api/contact-attempts/" + attempt + "/results").then().statusCode(200);
    }

    @AfterEach
    void asItWas() {
        phone(before == null ? "" : before);
        day.move("dana", "ended").statusCode(200);
    }

    private static void phone(String number) {
        as("pete").contentType("application/json").body(Map.of("phone", number)).patch("/api/people/pete").then()
                .statusCode(200);
    }

    private static String waiting(String viewer) {
        return as(viewer).get("/api/corrections").then().statusCode(200).extract()
                .path("items.find { it.person == 'pete' && it.value == '+49 30 23125 998' }?.id");
    }

    @Test
    void person_whoeverMayKnow_readsWhatIsWrongAndWhatToDo() {
        String settle = "/calls#fix-" + waiting("tess");
        for (String person : new String[] { "pete", "tess" }) {
            PageClient.as(person).get(PETE).statusCode(200).body(containsString(REPORTED), containsString("+49 30 23125 998"),
                    containsString(settle));
            PageClient.as(person).get("/directory?reach=wrong").statusCode(200).body(containsString(PETE));
        }
        PageClient.as("dana").get(PETE).body(containsString(REPORTED), containsString("#f-phone"),
                not(containsString("/calls#fix")));
        PageClient.as("carl").get(PETE).body(containsString(REPORTED), containsString("who leads them"));
        PageClient.as("dana").get("/directory").body(containsString("reported wrong"), containsString("reach=wrong"));
        for (String person : new String[] { "pia", "noel", "wilma", "nora" }) {
            PageClient.as(person).get(PETE).body(not(containsString(REPORTED)), not(containsString("23125 998")));
            PageClient.as(person).get("/directory?reach=wrong").statusCode(200).body(not(containsString(PETE)));
        }
    }

    @Test
    void person_mendedByThemselves_nothingIsLeftToSettle() {
        String fix = waiting("tess");
        phone("+49 30 23125 997");
        for (String person : new String[] { "pete", "tess", "dana" }) {
            PageClient.as(person).get(PETE).statusCode(200).body(not(containsString(REPORTED)));
            assertThat(waiting(person)).isNull();
        }
        as("tess").contentType("application/json").body(Map.of("decision", "accepted"))
                .post("/api/corrections/" + fix + "/decisions").then().statusCode(409)
                .body("detail", containsString("changed in the directory since"));
        assertThat(as("tess").get("/api/people/pete").then().extract().<String> path("phone")).isEqualTo("+49 30 23125 997");
    }
}
