package dev.blackstart.drills.view;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PreviewTest {

    /** The driver {@code process} is switched off here. */
    private static final String DRILLS = """
            systems:
              - {key: db-a, name: Database A}
              - {key: db-b, name: Database B}
            drills:
              - {key: by-hand, kind: custom, title: Pull the plug, owner: tess, targets: [db-a, db-b],
                 fault: {driver: manual, instruction: Pull the plug., select: {count: 1}},
                 revert: {driver: manual, instruction: Plug it in.}, maxDuration: PT10M}
              - {key: by-command, kind: custom, title: Stop it, owner: tess, targets: [db-b],
                 fault: {driver: process, command: [stop-it]}, revert: {driver: process, command: [start-it]},
                 maxDuration: PT10M}
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: pull, at: PT1M, drill: by-hand, reveal: {at: PT5M}}
              - {key: stop, at: PT2M, drill: by-command, reveal: {at: PT5M}}
              - {key: back, at: PT3M, revert: by-hand}
              - {key: start, at: PT4M, revert: by-command}
              - {key: end, at: PT10M, endex: {}}
            """;

    @Test
    void preview_byHand_targetsAndWhatPeopleDo() {
        GameDay day = GameDay.scheduled(DRILLS);
        day.post("dana", "/drills/by-hand/preview", Map.of()).statusCode(200)
                .body("targets", contains("db-a", "db-b")).body("drawn", equalTo("1"))
                .body("actions.what", contains("inject", "revert"))
                .body("actions[0].driver", equalTo("manual")).body("actions[0].problems", empty())
                .body("actions[0].does[0]", containsString("Pull the plug."));
        page(day, "by-hand").body(containsString("1 of them are drawn when the")).body(containsString("Pull the plug."))
                .body(not(containsString("Cannot be done here")));
    }

    @Test
    void preview_driverIsOff_saysSo() {
        GameDay day = GameDay.scheduled(DRILLS);
        day.post("dana", "/drills/by-command/preview", Map.of()).statusCode(200)
                .body("actions.problems.flatten()", contains("The driver process is switched off.",
                        "The driver process is switched off."))
                .body("checks.key", contains("drivers"));
        page(day, "by-command").body(containsString("Cannot be done here"))
                .body(containsString("The fault would be refused now"));
    }

    @Test
    void preview_player_findsNothing() {
        GameDay day = GameDay.scheduled(DRILLS);
        PageClient.as("pia").get("/exercises/" + day.id + "/drills/by-hand/preview").statusCode(404);
        day.post("pia", "/drills/by-hand/preview", Map.of()).statusCode(403);
        PageClient.as("dana").get("/exercises/" + day.id + "/drills/no-such/preview").statusCode(404);
    }

    @Test
    void rehearsal_driverIsOff_isAProblemAndEveryDrillSaysWhatItWouldDo() {
        GameDay day = GameDay.rehearsing(DRILLS, 60);
        PageClient.as("dana").get("/exercises/" + day.id + "/rehearsal").statusCode(200)
                .body(containsString("This installation cannot execute it: The driver process is switched off."))
                .body(containsString("What each drill would do"))
                .body(containsString("/exercises/" + day.id + "/drills/by-hand/preview"))
                .body(containsString("Pull the plug."));
        day.get("dana", "").body("state", is("running"));
    }

    private static ValidatableResponse page(GameDay day, String drill) {
        return PageClient.as("dana").get("/exercises/" + day.id + "/drills/" + drill + "/preview").statusCode(200)
                .body(containsString("Nothing is touched."));
    }
}
