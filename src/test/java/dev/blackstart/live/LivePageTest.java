package dev.blackstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.security.BrowserSession;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.OpenPage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What keeps open pages up to date: lines and parts, for those who may see them. */
@QuarkusTest
class LivePageTest {

    private static final String TIMELINE = """
            timeline:
              - {key: hint, manual: true, message: {to: storage, channels: [in-app], text: The standby lags.}}
              - {key: secret, at: PT1H, task: {of: carl, text: Nobody knows of this.}}
            """;

    @Test
    void me_findingLogged_lineForEverybodyOnTheRoster() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        try (OpenPage pia = OpenPage.open(day, "pia", "me"); OpenPage noel = OpenPage.open(day, "noel", "me")) {
            Lines.finding(day, "noel", "Standby lags <b>40 s</b>");
            pia.awaitText("Standby lags &lt;b&gt;40 s&lt;/b&gt;");
            noel.awaitText("Standby lags");
            assertThat(pia.text()).contains("event:line").contains("data-list=\"found\"");
        }
    }

    @Test
    void me_messageToATeam_notForOthers_andNothingOfControl() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        try (OpenPage pia = OpenPage.open(day, "pia", "me"); OpenPage noel = OpenPage.open(day, "noel", "me")) {
            day.moveItem("carl", "hint", "released").statusCode(200);
            Lines.note(day, "carl", "for control only");
            Lines.finding(day, "pia", "the last of all");
            pia.awaitText("The standby lags.");
            noel.awaitText("the last of all");
            assertThat(noel.text()).doesNotContain("The standby lags.").doesNotContain("for control only");
            assertThat(pia.text()).doesNotContain("for control only").doesNotContain("Nobody knows").doesNotContain("csrf");
        }
    }

    @Test
    void me_clockStands_ribbonSaysSo() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        try (OpenPage pia = OpenPage.open(day, "pia", "me")) {
            pia.awaitText("data-state=\"LIVE\"");
            day.move("carl", "paused").statusCode(200);
            pia.awaitText("data-state=\"PAUSED\"");
            assertThat(pia.text()).contains("Storage exercise").doesNotContain("Hidden name of the plan");
        }
    }

    @Test
    void controlRoom_whatHappens_linesAndPartsWithoutAToken() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        try (OpenPage dana = OpenPage.open(day, "dana", "control-room")) {
            dana.awaitText("Nobody knows of this.");
            day.moveItem("carl", "hint", "released").statusCode(200);
            dana.awaitText("Message delivered");
            dana.awaitText("1 of 2");
            assertThat(dana.text()).contains("data:next").contains("data:active").doesNotContain("csrf-token");
        }
    }

    @Test
    void controlRoom_thoseWhoAreNotControl_doesNotExist() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        assertThat(OpenPage.ask(day, "pia", "control-room", null).statusCode()).isEqualTo(404);
        assertThat(OpenPage.ask(day, "dana", "no-such-page", null).statusCode()).isEqualTo(404);
        assertThat(OpenPage.ask(day, "wilma", "me", null).statusCode()).isEqualTo(404);
    }

    @Test
    void me_somethingHiddenWritten_neitherStreamNorPageTells() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        Lines.finding(day, "noel", "before");
        String place = OpenPage.placeOf(day, "pia");
        try (OpenPage pia = OpenPage.open(day, "pia", "me")) {
            pia.awaitText("before");
            pia.quietFor(Duration.ofSeconds(1));
            int before = pia.pieces();
            for (int i = 0; i < 3; i++) {
                Lines.note(day, "carl", "for control only " + i);
            }
            assertThat(OpenPage.placeOf(day, "pia")).isEqualTo(place);
            pia.quietFor(Duration.ofSeconds(1));
            assertThat(pia.pieces()).isEqualTo(before);
        }
    }

    private static final String DRILL = """
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            preparation: [{key: check, team: storage, kind: runbook, title: Read the run book, due: -P1D, blocking: true}]
            timeline: [{key: cut, at: PT10M, drill: cut}]
            """;

    @Test
    void gate_whatItDependsOn_pushedWithoutTokenOrForm() throws Exception {
        GameDay day = GameDay.scheduled(DRILL);
        try (OpenPage dana = OpenPage.open(day, "dana", "gate")) {
            dana.awaitText("1 check fails");
            dana.awaitText("notifies 8 people. 1 fault, the first at T+00:10:00.");
            day.post("carl", "/preparation/check/transitions", Map.of("to", "done", "evidence", "Read.")).statusCode(200);
            dana.awaitText("The gate passes.");
            String fire = GameDay.as("dana").contentType("application/json").body(Map.of("title", "A fire in fra1"))
                    .post("/api/incidents").then().statusCode(201).extract().path("id");
            dana.awaitText("A fire in fra1");
            GameDay.as("dana").contentType("application/json").body(Map.of("to", "closed"))
                    .post("/api/incidents/" + fire + "/transitions").then().statusCode(200);
            day.post("dana", "/roster", Map.of("person", "wilma", "role", "player")).statusCode(200);
            dana.awaitText("notifies 9 people");
            dana.quietFor(Duration.ofSeconds(3));
            day.move("dana", "running").statusCode(200);
            dana.awaitText("It has begun.");
            assertThat(dana.text()).contains("data-state=\"LIVE\"").doesNotContain("csrf").doesNotContain("/roster");
        }
    }

    @Test
    void gate_rosterAndPreparationChange_pushed() throws Exception {
        GameDay day = GameDay.scheduled(DRILL);
        try (OpenPage dana = OpenPage.open(day, "dana", "gate")) {
            dana.awaitText("0 of 1 <progress");
            day.post("carl", "/preparation/check/transitions", Map.of("to", "done", "evidence", "Read.")).statusCode(200);
            dana.awaitText("1 of 1 <progress");
            assertThat(dana.text()).contains("data:preparation-now", "data:roster-now").doesNotContain("Wilma");
            day.post("dana", "/roster", Map.of("person", "wilma", "role", "player")).statusCode(200);
            dana.awaitText("Wilma");
        }
    }

    @Test
    void evaluation_expectationReleased_toldToThoseWhoJudge() throws Exception {
        GameDay day = GameDay.running("timeline: [{key: seen, manual: true, expectation: {of: storage, text: Sees it.}}]");
        try (OpenPage eve = OpenPage.open(day, "eve", "evaluation")) {
            eve.awaitText("data-state=\"LIVE\"");
            day.moveItem("carl", "seen", "released").statusCode(200);
            eve.awaitText("One expectation is open now.");
            day.moveItem("eve", "seen", "completed").statusCode(200);
            eve.awaitText("Nothing is open any more.");
            assertThat(eve.text()).contains("data-list=\"news\"").doesNotContain("csrf");
        }
        assertThat(OpenPage.ask(day, "pia", "evaluation", null).statusCode()).isEqualTo(404);
        assertThat(OpenPage.ask(day, "wilma", "evaluation", null).statusCode()).isEqualTo(404);
    }

    @Test
    void gate_thoseWhoAreNotControl_doesNotExist() throws Exception {
        GameDay day = GameDay.scheduled(DRILL);
        assertThat(OpenPage.ask(day, "pia", "gate", null).statusCode()).isEqualTo(404);
        assertThat(OpenPage.ask(day, "wilma", "gate", null).statusCode()).isEqualTo(404);
    }

    @Test
    void gate_timeKnownToTheDirectorAlone_controllerIsNotToldIt() throws Exception {
        String key = "plan-" + UUID.randomUUID();
        GameDay.importPlan(
                """
                        {key: %s, name: A surprise, type: functional, intensity: 2, environment: staging, owner: dana, approvers: [adam],
                         team: storage, schedule: {preparation: P1D, duration: PT2H, zone: UTC, timeKnownTo: [dana]},
                         systems: [{key: %s, name: Orders, site: fra1, kind: database}],
                         roster: [{person: dana, role: director}, {person: carl, role: controller}],
                         drills: [{key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [%s], maxDuration: PT20M, hypothesis: It holds.,
                            fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}],
                         timeline: [{key: cut, at: PT10M, drill: cut}]}
                        """
                        .formatted(key, "s-" + key, "s-" + key));
        GameDay day = GameDay.of(key, Map.of("plan", key, "startsAt", "2031-05-06T07:08:00Z"));
        try (OpenPage carl = OpenPage.open(day, "carl", "gate")) {
            carl.awaitText("Nobody else uses the targets");
            String sale = GameDay.as("dana").contentType("application/json").body(Map.of("reason", "Sale of May", "from",
                    "2031-05-06T00:00:00Z", "until", "2031-05-07T00:00:00Z")).post("/api/blackouts").then().statusCode(201)
                    .extract().path("id");
            carl.quietFor(Duration.ofSeconds(5));
            GameDay.as("dana").delete("/api/blackouts/" + sale).then().statusCode(204);
            assertThat(carl.text()).doesNotContain("Sale of May").doesNotContain("2031").doesNotContain("07:08");
        }
    }

    @Test
    void me_signedOut_streamEnds() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        OpenPage pia = OpenPage.open(day, "pia", "me");
        QuarkusTransaction.requiringNew().run(() -> BrowserSession.delete("personKey", "pia"));
        assertThat(pia.ends()).isTrue();
    }

    @Test
    void me_interrupted_goesOnBehindTheLastLine() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        Lines.finding(day, "noel", "first");
        String place;
        try (OpenPage pia = OpenPage.open(day, "pia", "me")) {
            pia.awaitText("first");
            place = pia.text().replaceAll("(?s).*\nid:([^\n]+)\n.*", "$1").strip();
        }
        Lines.finding(day, "noel", "second");
        try (OpenPage again = OpenPage.of(OpenPage.ask(day, "pia", "me", place))) {
            again.awaitText("second");
            assertThat(again.text()).doesNotContain("first");
        }
    }
}
