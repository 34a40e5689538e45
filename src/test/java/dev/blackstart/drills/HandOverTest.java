package dev.blackstart.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** A fault that became part of a real incident leaves the exercise without a revert: director and safety officer say so. */
@QuarkusTest
class HandOverTest {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: The other link takes over., fault: {driver: manual, instruction: Cut.},
                 revert: {driver: manual, instruction: Join.}}
            timeline:
              - {key: fault, at: PT0S, drill: cut}
              - {key: end, manual: true, endex: {}}
            """;
    private static final String MOVES = "/drills/cut/transitions";
    private static final Map<String, String> HAND_OVER = Map.of("to", "handed-over", "reason", "INC-42");

    private static GameDay armed() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("fault", "released");
        return day;
    }

    private static GameDay injected() {
        GameDay day = armed();
        day.post("carl", MOVES, Map.of("to", "injected")).statusCode(200);
        return day;
    }

    @Test
    void handOver_directorAndSafetyOfficer_endsTheFaultWithAFinding() {
        GameDay day = injected();
        day.post("dana", MOVES, HAND_OVER).statusCode(409).body("confirmation.of", equalTo("hand-over:cut"))
                .body("detail", containsString("safety officer"));
        day.get("dana", "/drills").body("items[0].state", equalTo("injected"));
        day.confirm("carl", "hand-over:cut").statusCode(403);
        day.confirm("sol", "hand-over:cut").statusCode(200);
        day.get("dana", "/drills").body("items[0].state", equalTo("handed-over"));
        assertThat(JournalProbe.field(day, "fault-handed-over", "why")).containsExactly("INC-42");
        day.get("eve", "/findings").body("items.text", hasItem(containsString("handed over to the incident INC-42")));
        day.get("pia", "/findings").body("items.text", not(hasItem(containsString("INC-42"))));
        day.post("carl", MOVES, Map.of("to", "reverted")).statusCode(409);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
        day.move("dana", "ended").statusCode(200);
        assertThat(JournalProbe.of(day, "fault-reverting")).isEmpty();
        day.judged().post("dana", "/transitions", Map.of("to", "closed")).body("detail", not(containsString("cut")));
    }

    @Test
    void handOver_askedForBySafetyOfficer_directorConfirms() {
        GameDay day = injected();
        FormClient.of("sol").form().formParam("to", "handed-over").formParam("reason", "INC-43")
                .post("/exercises/" + day.id + MOVES).then().statusCode(303);
        FormClient.of("dana").browser().get("/exercises/" + day.id + "/confirmations/hand-over:cut").then().statusCode(200)
                .body(containsString("Hand over to a real incident"), containsString("INC-43"));
        day.confirm("dana", "hand-over:cut").statusCode(200);
        day.get("dana", "/drills").body("items[0].state", equalTo("handed-over"));
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void handOver_byOthersOrWithoutAnIncidentOrAFault_refused() {
        GameDay day = armed();
        day.post("carl", MOVES, HAND_OVER).statusCode(403);
        day.post("eve", MOVES, HAND_OVER).statusCode(403);
        day.post("pia", MOVES, HAND_OVER).statusCode(403);
        GameDay.as("wilma").contentType("application/json").body(HAND_OVER).post("/api/exercises/" + day.id + MOVES).then()
                .statusCode(404);
        day.post("dana", MOVES, Map.of("to", "handed-over")).statusCode(422).body("field", equalTo("reason"));
        day.post("dana", MOVES, HAND_OVER).statusCode(409).body("state", equalTo("armed"));
        day.get("dana", "/confirmations").body("items", empty());
        day.move("dana", "ended").statusCode(200);
    }
}
