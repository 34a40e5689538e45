package dev.blackstart.web;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What waits for whom, on the home page and as a number in the top bar: of people whom no other test knows. */
@QuarkusTest
class WaitingTest {

    private static final String PLAN = """
            key: plan-%1$s
            name: Hidden plan %1$s
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [approver-%1$s]
            team: team-%1$s
            coverName: Title %1$s
            systems: [{key: system-%1$s, name: System}]
            schedule: {preparation: P14D, duration: PT2H, zone: UTC, notice: %2$s}
            roster:
              - {person: director-%1$s, role: director}
              - {person: controller-%1$s, role: controller}
              - {person: sol, role: safety-officer}
              - {person: player-%1$s, role: player}
            preparation:
              - {key: points, team: team-%1$s, kind: other, title: Hidden task %1$s, neutral: Neutral task %1$s, due: -P7D}
              - {key: numbers, team: team-%1$s, kind: contacts, title: Hidden numbers %1$s, neutral: Neutral numbers %1$s, due: -P2D}
            drills:
              - {key: cut, kind: network-cut, title: Cut %1$s, owner: director-%1$s, targets: [system-%1$s], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Restore.}}
            callTrees: [{key: tree, message: {subject: Call %1$s}, root: {person: player-%1$s, channels: [email], wait: PT10M}}]
            timeline:
              - {key: hello, at: PT0M, message: {to: everyone, channels: [in-app], subject: Subject, text: Welcome.}}
              - {key: fault, manual: true, drill: cut}
            """;

    private static final String HASH = BcryptUtil.bcryptHash(DemoPeople.PASSWORD, 4);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void people() {
        for (String role : List.of("approver", "director", "controller", "lead", "player")) {
            String key = role + "-" + mark;
            as("adam").contentType("application/json")
                    .body(Map.of("key", key, "name", "Name of " + key, "email", key + "@example.org")).post("/api/people")
                    .then().statusCode(201);
            QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).passwordHash = HASH);
        }
        as("adam").contentType("application/json").body(Map.of("key", "team-" + mark, "name", "Team", "lead", key("lead"),
                "members", List.of(key("lead"), key("player")))).post("/api/teams").then().statusCode(201);
    }

    private String key(String role) {
        return role + "-" + mark;
    }

    private GameDay scheduled(String notice) {
        GameDay.importPlan(PLAN.formatted(mark, notice));
        return GameDay.of("plan-" + mark, Map.of("plan", "plan-" + mark, "startsAt",
                Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    private GameDay running() {
        if (as("dana").get("/api/plans/plan-" + mark).statusCode() == 404) {
            GameDay.importPlan(PLAN.formatted(mark, "announced"));
        }
        GameDay day = GameDay.of("plan-" + mark, Map.of("plan", "plan-" + mark, "startsAt",
                Instant.now().plus(Duration.ofDays(30)).toString()));
        as(key("approver")).contentType("application/json").body(Map.of("decision", "approved"))
                .post("/api/plans/plan-" + mark + "/approvals").then().statusCode(201);
        day.post(key("director"), "/transitions", Map.of("to", "running", "override", "A test.")).statusCode(200);
        day.awaitItem("hello", "released");
        return day;
    }

    /** Kinds and what they are about, as somebody's home page lists them. */
    private Map<String, List<String>> waiting(String role) {
        Document home = Jsoup.parse(PageClient.as(key(role)).get("/").statusCode(200).extract().asString());
        Map<String, List<String>> waiting = home.select("#waiting .waits > li").stream()
                .collect(Collectors.toMap(kind -> kind.select(".kind").text().replaceAll(" \\d+$", ""),
                        kind -> kind.select("a").eachText()));
        int all = waiting.values().stream().mapToInt(List::size).sum();
        assertThat(home.select(".waiting-badge").text()).isEqualTo(all == 0 ? "" : "Waiting for you: " + all);
        return waiting;
    }

    private String item(GameDay day, String item) {
        return day.get(key("director"), "/preparation").statusCode(200).extract()
                .path("items.find { it.key == '" + item + "' }.id");
    }

    private void move(String role, String item, Map<String, String> move) {
        as(key(role)).contentType("application/json").body(move).post("/api/preparation/" + item + "/transitions").then()
                .statusCode(200);
    }

    @Test
    void approval_undecided_waitsForTheApproverAloneUntilDecided() {
        scheduled("announced");
        assertThat(waiting("approver")).containsEntry("Approve or reject a plan", List.of("Hidden plan " + mark));
        for (String other : List.of("director", "controller", "lead", "player")) {
            assertThat(waiting(other)).isEmpty();
        }
        PageClient.as(key("approver")).post("/plans/plan-" + mark + "/approvals", Map.of("decision", "approved"))
                .statusCode(303).header("Set-Cookie", containsString("blackstart-arrived=APPROVAL"));
        assertThat(waiting("approver")).isEmpty();
        GameDay.importPlanAgain(PLAN.formatted(mark, "announced").replace("Welcome.", "Welcome again."));
        assertThat(waiting("approver")).containsKey("Approve or reject a plan");
    }

    @Test
    void preparation_doneAndBlocked_waitForLeadAndControl_eachInTheirWords() {
        GameDay day = scheduled("unannounced");
        String points = item(day, "points");
        move("player", points, Map.of("to", "done", "evidence", "Seen."));
        move("player", item(day, "numbers"), Map.of("to", "blocked", "reason", "No list."));
        assertThat(waiting("lead")).containsOnly(Map.entry("Verify preparation", List.of("Neutral task " + mark)),
                Map.entry("Help with blocked preparation", List.of("Neutral numbers " + mark)));
        assertThat(waiting("controller")).containsOnly(Map.entry("Verify preparation", List.of("Hidden task " + mark)),
                Map.entry("Help with blocked preparation", List.of("Hidden numbers " + mark)));
        assertThat(waiting("player")).isEmpty();
        move("lead", points, Map.of("to", "verified"));
        assertThat(waiting("controller")).doesNotContainKey("Verify preparation");
    }

    @Test
    void comment_unread_waitsUntilItsPageWasOpened() {
        GameDay day = scheduled("unannounced");
        String item = item(day, "points");
        as(key("player")).contentType("application/json").body(Map.of("text", "Which list?"))
                .post("/api/preparation/" + item + "/comments").then().statusCode(201);
        assertThat(waiting("player")).isEmpty();
        assertThat(waiting("lead")).containsOnly(Map.entry("Read comments", List.of("Neutral task " + mark)));
        assertThat(waiting("director")).containsOnly(Map.entry("Read comments", List.of("Hidden task " + mark)));
        PageClient.as(key("lead")).get("/preparation/" + item).statusCode(200).body(not(containsString("waiting-badge")));
        assertThat(waiting("lead")).isEmpty();
        assertThat(waiting("director")).containsKey("Read comments");
        as(key("director")).contentType("application/json").body(Map.of("text", "The new one."))
                .post("/api/preparation/" + item + "/comments").then().statusCode(201);
        assertThat(waiting("lead")).containsKey("Read comments");
    }

    @Test
    void reply_sent_staysAtItsMessageAndWaitsForThoseWhoConduct() {
        GameDay day = running();
        String message = day.get(key("player"), "/timeline").statusCode(200).extract().path("items[0].id");
        PageClient player = PageClient.as(key("player"));
        player.post("/exercises/" + day.id + "/timeline/" + message + "/replies", Map.of("text", "We look."))
                .statusCode(303).header("Set-Cookie", containsString("blackstart-arrived=REPLY"));
        player.get("/exercises/" + day.id + "/me").body(containsString("You replied"), containsString("We look."));
        assertThat(waiting("controller")).containsOnly(
                Map.entry("Read replies", List.of("player-" + mark + ": We look.")));
        assertThat(waiting("player")).isEmpty();
        PageClient.as(key("controller")).get("/exercises/" + day.id + "/control-room").statusCode(200)
                .body(containsString("Reply to “Subject”: We look."));
        assertThat(waiting("controller")).isEmpty();
        assertThat(waiting("director")).containsKey("Read replies");
        PageClient.as(key("director")).get("/exercises/" + day.id + "/timeline/hello").statusCode(200)
                .body(containsString("Name of player-" + mark), containsString("We look."));
    }

    @Test
    void result_afterTheEnd_waitsForThoseWhoMayJudgeIt() {
        GameDay day = running();
        day.moveItem(key("controller"), "fault", "released").statusCode(200);
        day.post(key("controller"), "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post(key("controller"), "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        assertThat(waiting("controller")).isEmpty();
        day.move(key("director"), "ended").statusCode(200);
        assertThat(waiting("controller").get("Judge results")).singleElement().asString().startsWith("Cut " + mark);
        assertThat(waiting("director")).doesNotContainKey("Judge results");
        assertThat(waiting("player")).isEmpty();
        day.post(key("controller"), "/drills/cut/result", Map.of("result", "passed", "reason", "It held.")).statusCode(200);
        assertThat(waiting("controller")).isEmpty();
    }

    @Test
    void call_open_waitsForWhoIsCalled() {
        GameDay day = running();
        String attempt = day.post(key("controller"), "/call-trees/tree/activations", Map.of()).statusCode(201).extract()
                .path("root.attempts[0].id");
        assertThat(waiting("player")).containsOnly(Map.entry("Confirm calls", List.of("Call " + mark)));
        PageClient.as(key("player")).post("/calls/" + attempt + "/results", Map.of("result", "confirmed", "answer", "Here."))
                .statusCode(303).header("Set-Cookie", containsString("blackstart-arrived=CALL"));
        assertThat(waiting("player")).isEmpty();
    }

    @Test
    void arrived_nextPage_saysItOnce() {
        scheduled("announced");
        PageClient approver = PageClient.as(key("approver"));
        String cookie = approver.post("/plans/plan-" + mark + "/approvals", Map.of("decision", "approved")).statusCode(303)
                .extract().cookie("blackstart-arrived");
        approver.get("/plans/plan-" + mark + "/approvals", Map.of("blackstart-arrived", cookie)).statusCode(200)
                .body(containsString("Your approval was recorded.")).header("Set-Cookie", containsString("Max-Age=0"));
        approver.get("/plans/plan-" + mark + "/approvals", Map.of("blackstart-arrived", "<script>")).statusCode(200)
                .body(not(containsString("class=\"arrived\"")));
    }

    @Test
    void landing_afterSignIn_byRoleAndWhatRuns() {
        assertThat(start("lead")).endsWith("/");
        scheduled("unannounced");
        assertThat(start("lead")).endsWith("/preparation");
        assertThat(start("player")).endsWith("/").doesNotContain("exercises");
        GameDay day = running();
        assertThat(start("player")).endsWith("/exercises/" + day.id + "/me");
        assertThat(start("controller")).endsWith("/exercises/" + day.id + "/control-room");
        day.move(key("director"), "ended").statusCode(200);
        assertThat(start("player")).doesNotContain(day.id);
    }

    private String start(String role) {
        return PageClient.as(key(role)).get("/start").statusCode(303).extract().header("Location");
    }
}
