package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** No page has a barrier that axe takes for serious, light or dark, on a desk or on a phone; none scrolls sideways. */
@QuarkusTest
class AccessibilityTest extends InTheBrowser {

    private static final String TIMELINE = """
            drills:
              - {key: kill-primary, kind: custom, title: Stop the primary, owner: dana, targets: [orders-db], hypothesis: It holds.,
                 fault: {driver: manual, instruction: Pull the plug.}, revert: {driver: manual, instruction: Plug it in.},
                 maxDuration: PT20M}
            campaign: dirt-2031
            objectives: [{key: writes-back, text: Orders accepts writes again., target: PT5M}]
            preparation: [{key: check, team: storage, kind: runbook, title: Read the run book, due: -P1D}]
            callTrees: [{key: duty, pass: {reach: 1.0}, root: {person: pia, channels: [phone], calls: [{person: noel, channels: [email]}]}}]
            timeline:
              - {key: hello, at: PT0M, message: {to: everyone, from: A customer, subject: Orders fail, channels: [in-app], text: Hello.}}
              - {key: fault, at: PT0M, drill: kill-primary}
              - {key: noticed, at: PT0M, expectation: {of: storage, text: Declares an incident}}
              - {key: go-on, at: PT0M, decision: {text: Repeat it?, options: [go, no-go]}}
              - {key: later, at: PT30M, task: {of: carl, text: Look.}}
            """;

    private static final List<String> CONTROL = List.of("", "/control-room", "/timeline/later", "/timeline/new", "/report",
            "/me", "/evaluation", "/scoreboard", "/sheet", "/recap", "/drills/kill-primary/result", "/call-trees",
            "/call-trees/duty");

    private final List<String> barriers = new ArrayList<>();

    @Test
    void pages_ofEveryKind_noSeriousBarrier() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("go-on", "released");
        day.post("pia", "/findings", Map.of("text", "It is slow.", "kind", "monitoring-gap", "severity", "sev2"))
                .statusCode(201);
        String finding = day.get("dana", "/findings").extract().path("items[0].id");
        String defect = GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("findings", List.of(finding), "title", "Nothing alerts")).post("/api/defects").then()
                .statusCode(201)
                .extract().path("id");
        String action = GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("title", "Alert on lag", "owner", "pia", "kind", "detect"))
                .post("/api/defects/" + defect + "/actions").then().statusCode(201).extract().path("id");
        day.post("pia", "/findings", Map.of("text", "And it is slow again.")).statusCode(201);
        String called = day.post("dana", "/call-trees/duty/activations", Map.of()).statusCode(201).extract().path("root.id");
        GameDay coming = GameDay.scheduled("""
                preparation: [{key: own, team: storage, kind: contacts, title: Check the numbers, due: -P7D, blocking: true}]
                timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
                """);
        String item = "/preparation/" + coming.get("dana", "/preparation").extract().path("items[0].id");
        String point = "/single-points/" + GameDay.as("pia").contentType(ContentType.JSON).body(Map.of("title", "One key"))
                .post("/api" + item + "/single-points").then().statusCode(201).extract().path("id");
        GameDay.as("pia").contentType(ContentType.JSON)
                .body(Map.of("text", "# Seen\n- [the change](https://tracker.example/1)\n\n> well\n\n```\nselect 1\n```"))
                .post("/api" + item + "/comments").then().statusCode(201);
        GameDay rehearsal = GameDay.rehearsing(TIMELINE, 3_600);
        Page login = browser.signIn("dana", DESK);
        List<String> pages = new ArrayList<>(List.of("/", "/plans", "/plans/" + day.plan, "/directory",
                "/directory/people/pia", "/directory/teams", "/directory/teams/storage", "/directory/systems/orders-db",
                "/directory/systems", "/directory/blackouts", "/directory/incidents", "/directory/imports", "/safety-lever",
                "/imports",
                "/schedule?plan=" + day.plan, "/findings?exercise=" + day.id, "/defects", "/defect-offers",
                "/defects/" + defect, "/actions",
                "/actions/" + action, "/campaigns/dirt-2031", "/exercises/" + rehearsal.id + "/rehearsal",
                "/exercises/" + coming.id, "/exercises/" + coming.id + "/preparation", "/plans/" + coming.plan + "/approvals",
                item, point, point.replace("/single-points/", "/defects/new?singlePoint=")));
        pages.addAll(List.of("/recurring", "/calls", "/insight", "/insight/metrics", "/insight/coverage", "/insight/recovery",
                "/insight/actions", "/insight/severity", "/insight/culture",
                "/exercises/" + day.id + "/call-trees/duty/contacts/" + called));
        CONTROL.forEach(path -> pages.add("/exercises/" + day.id + path));
        for (String path : pages) {
            look(login, path);
        }
        Page pia = browser.signIn("pia", PHONE);
        for (String path : List.of("/", "/exercises/" + day.id, "/exercises/" + day.id + "/me", "/directory",
                "/exercises/" + day.id + "/recap", "/actions", "/findings", "/preparation", item, "/single-points", point,
                "/outbox", "/calls", "/settings", "/settings/calendar", "/settings/password", "/no-such-page")) {
            look(pia, path);
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void pages_ofStoriesSessionAndPlanning_noSeriousBarrier() {
        GameDay day = GameDay.running(TIMELINE);
        GameDay over = GameDay.running("timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]");
        over.move("dana", "ended").statusCode(200);
        String story = GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("title", "The wrong switch", "text", "It was **late**.", "learned", "Label them.", "happened",
                        "2019-03",
                        "systems", List.of("orders-db"), "principle", "known", "state", "published"))
                .post("/api/stories").then().statusCode(201).extract().path("id");
        Page dana = browser.signIn("dana", DESK);
        for (String path : List.of("/stories", "/stories/key", "/stories/" + story, "/stories/" + story + "/edit",
                "/exercises/" + day.id + "/session", "/exercises/" + day.id + "/planning", "/planning/load",
                "/exercises/" + over.id + "/review/one-page")) {
            look(dana, path);
        }
        dana.navigate("/stories/new");
        dana.locator("#f-text").fill("The operator forgot to tell us.");
        dana.locator(".underlined-words").first().waitFor();
        look(dana, "/stories/new, with a phrase underlined", DESK, ColorScheme.LIGHT);
        look(dana, "/stories/new, with a phrase underlined", PHONE, ColorScheme.DARK);
        assertThat(barriers).isEmpty();
    }

    private void look(Page page, String path) {
        page.navigate(path);
        look(page, path, DESK, ColorScheme.LIGHT);
        look(page, path, PHONE, ColorScheme.DARK);
    }

    private void look(Page page, String path, int width, ColorScheme scheme) {
        page.setViewportSize(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // without frames to look into there is no need for a page of its own at each look
        new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .forEach(rule -> barriers.add("%s at %d, %s: %s %s".formatted(path, width, scheme, rule.getId(),
                        rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())));
        if (sidewaysScroll(page) > 0) {
            barriers.add("%s at %d scrolls sideways by %d".formatted(path, width, sidewaysScroll(page)));
        }
    }
}
