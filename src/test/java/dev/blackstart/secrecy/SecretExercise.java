package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;

/**
 * An exercise in which every text is a marker. Its cast: dana directs, carl controls, sol is safety officer; pia (storage),
 * noel
 * (network), adam (an administrator, kept in the dark as a player) and pete (out of play) play, olga observes; wilma has no
 * part.
 */
final class SecretExercise {

    static final List<String> IN_PLAY = List.of("pia", "noel", "olga", "adam", "wim");
    static final List<String> STORAGE = List.of("pia", "pete");
    static final List<String> ROSTER = List.of("pia", "noel", "olga", "adam", "pete", "wim");
    /** Sees that, when and what is touched. */
    static final List<String> TRUSTED_AGENT = List.of("wim");

    /** Each has a date of its own, which is a marker too: far from any on which something is due in another one. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    final Markers markers = new Markers();
    final String phase;
    final String id;
    final String plan;
    private final Map<Route, List<String>> known = new HashMap<>();
    private final SecretNames names = new SecretNames(this);
    final List<String> actions = new ArrayList<>();
    String defect = "00000000-0000-0000-0000-000000000000";
    String pointDefect = defect;
    private String point;

    private SecretExercise(String phase, String schedule, String reveal, Map<String, ?> order) {
        this.phase = phase;
        plan = markers.of("plan-key");
        GameDay.importPlan(markers.fill(SecretPlan.of(schedule, reveal)));
        GameDay.as("eve").contentType("application/json")
                .body(Map.of("decision", "approved", "comment", markers.of("approval")))
                .post("/api/plans/" + plan + "/approvals").then().statusCode(201);
        Instant startsAt = Instant.now().plus(2_000 + 17 * DAYS.incrementAndGet(), ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS)
                .plus(123_457 + System.nanoTime() % 800_000, ChronoUnit.MICROS);
        Map<String, Object> wanted = new LinkedHashMap<>(order);
        wanted.put("plan", plan);
        if (!order.containsKey("draft")) {
            wanted.put("startsAt", startsAt.toString());
        }
        wanted.remove("draft");
        markers.take("start-date", startsAt.atZone(ZoneOffset.UTC).toLocalDate().toString());
        id = GameDay.as("dana").contentType("application/json").body(wanted).post("/api/exercises").then().statusCode(201)
                .extract().path("id");
        if (!order.containsKey("draft") && !order.containsKey("mode")) {
            markers.tell(TRUSTED_AGENT, "title", "briefing", "system-key", "system-name");
            if (!schedule.contains("timeKnownTo")) {
                markers.tell(TRUSTED_AGENT, "start-date");
            }
            prepared(schedule.contains("notice: announced"));
        }
    }

    /** Its team reads what it is to do, and what was said about that; where it is not announced it reads neutral words. */
    private void prepared(boolean announced) {
        String item = "/api/preparation/" + names.listed("preparation", "items.id").get(0);
        send("POST", item + "/comments", Map.of("text", markers.of("preparation-comment")), 201);
        point = send("POST", item + "/single-points", Map.of("title", markers.of("single-point")), 201).getString("reference");
        pointDefect = send("POST", "/api/defects", Map.of("singlePoint", point, "title", markers.of("point-defect")), 201)
                .getString("id");
        GameDay.as("carl").contentType("text/plain").body(markers.of("preparation-file"))
                .queryParam("name", markers.of("preparation-file-name")).post(item + "/files").then().statusCode(201);
        markers.tell(STORAGE, "preparation-file", "preparation-file-name");
        post("carl", "/sheet", Map.of("holder", markers.of("sheet-holder")), 200);
        markers.tell(STORAGE, announced ? "preparation-title" : "preparation-neutral", "preparation-comment", "single-point");
    }

    static SecretExercise draft() {
        return new SecretExercise("draft", "notice: announced", "PT1H", Map.of("draft", true));
    }

    static SecretExercise announced() {
        SecretExercise day = new SecretExercise("announced", "notice: announced", "PT1H", Map.of());
        day.markers.tell(ROSTER, "title", "briefing", "start-date");
        return day;
    }

    static SecretExercise window() {
        SecretExercise day = new SecretExercise("window", "notice: window, window: {from: 2030-03-01, until: 2030-03-20}",
                "PT1H",
                Map.of());
        day.markers.tell(ROSTER, "title", "briefing");
        return day;
    }

    static SecretExercise unannounced() {
        return new SecretExercise("unannounced", "notice: unannounced", "PT1H", Map.of());
    }

    static SecretExercise timeKnownToDana() {
        SecretExercise day = new SecretExercise("time known to dana", "notice: announced, timeKnownTo: [dana]", "PT1H",
                Map.of());
        day.markers.tell(ROSTER, "title", "briefing");
        return day;
    }

    static SecretExercise cancelled() {
        SecretExercise day = unannounced();
        day.post("dana", "/transitions", Map.of("to", "cancelled", "reason", day.markers.of("cancel-reason")), 200);
        return day;
    }

    static SecretExercise rehearsed() {
        SecretExercise day = new SecretExercise("rehearsed", "notice: announced", "PT0S",
                Map.of("mode", "rehearsal", "speed", 1));
        day.post("dana", "/transitions", Map.of("to", "running"), 200);
        day.happens();
        return day;
    }

    /** Running, with everything in it that people write; nothing was revealed yet. */
    static SecretExercise running() {
        return started("running", "PT1H");
    }

    /** The same, with the fault and a task revealed as soon as they were released. */
    static SecretExercise revealed() {
        SecretExercise day = started("revealed", "PT0S");
        day.markers.tell(IN_PLAY, "drill-title", "drill-key", "shown-text");
        Awaitility.await("the fault is revealed").until(
                () -> day.items().getList("items.findAll { it.revealedAt != null }").size(), size -> size == 2);
        return day;
    }

    private static SecretExercise started(String phase, String reveal) {
        SecretExercise day = new SecretExercise(phase, "notice: unannounced", reveal, Map.of());
        day.post("dana", "/transitions", Map.of("to", "running", "override", day.markers.of("override-reason")), 200);
        day.markers.tell(ROSTER, "title", "briefing", "start-date");
        day.happens();
        day.markers.tell(IN_PLAY, "open-from", "open-subject", "open-text");
        day.markers.tell(List.of("pia"), "storage-text", "unplanned-text");
        day.markers.tell(List.of("noel"), "tree-subject", "tree-question", "noel-text", "spoken-text", "reply-noel",
                "note-noel");
        day.markers.tell(ROSTER, "finding-free", "finding-released", "finding-free-file", "finding-released-file",
                "finding-free-name", "finding-released-name", "finding-of-point", "finding-of-point-file",
                "finding-of-point-name");
        return day;
    }

    SecretExercise paused() {
        post("carl", "/transitions", Map.of("to", "paused", "reason", markers.of("pause-reason")), 200);
        return this;
    }

    SecretExercise ended() {
        post("dana", "/transitions", Map.of("to", "ended", "reason", markers.of("end-reason")), 200);
        markers.tell(List.of("pia"), "action-of-pia", "defect-title");
        markers.tell(IN_PLAY, "drill-title", "drill-key", "shown-text", "storage-text", "noel-text", "spoken-text",
                "unplanned-text", "expect-text", "task-text", "decide-text", "option-go", "option-stop", "tree-key",
                "unplanned-task");
        post("carl", "/hot-wash", Map.of("wentWell", markers.of("hot-wash-named")), 201);
        post("carl", "/hot-wash", Map.of("wentBadly", markers.of("hot-wash-unnamed"), "anonymous", true), 201);
        markers.tell(ROSTER, "hot-wash-named");
        return this;
    }

    /** What its copy says is known to its roster from then on, and to nobody else. */
    SecretExercise publishedToTheRoster() {
        published("roster");
        copyTold(ROSTER);
        markers.tell(ROSTER, "comment-shown", "comment-unnamed");
        return this;
    }

    /** Likewise, to everybody who signs in. */
    SecretExercise publishedToTheOrganisation() {
        published("organisation");
        copyTold(Stream.concat(ROSTER.stream(), Stream.of("wilma")).toList());
        markers.tell(ROSTER, "comment-shown", "comment-unnamed");
        markers.tell(List.of("wilma"), "comment-shown", "comment-unnamed");
        return this;
    }

    private void published(String audience) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("timeToDetect", "PT2M", "timeToRecover", "PT10M", "faultOrigin",
                "code", "resolution", "rollback", "detectedBy", "alert", "impact", markers.of("report-impact")));
        fields.put("security", Map.of("notApplicable", "Nothing was opened."));
        GameDay.as("dana").contentType("application/json")
                .body(Map.of("sections", Map.of("summary", markers.of("report-summary")), "fields", fields))
                .put("/api/exercises/" + id + "/report").then().statusCode(200);
        comment("carl", "comment-control", Map.of());
        comment("carl", "comment-shown", Map.of("readers", "published"));
        post("dana", "/report/transitions", Map.of("to", "in-review"), 200);
        post("carl", "/report/transitions", Map.of("to", "signed-off"), 200);
        post("dana", "/report/transitions", Map.of("to", "published", "audience", audience), 200);
        comment("pia", "comment-unnamed", Map.of("anonymous", true));
    }

    private void comment(String person, String what, Map<String, ?> more) {
        Map<String, Object> comment = new LinkedHashMap<>(more);
        comment.put("section", "summary");
        comment.put("text", markers.of(what));
        post(person, "/report/comments", comment, 201);
    }

    /** Control staff read the same copy as its audience does. */
    private void copyTold(List<String> readers) {
        String copy = QuarkusTransaction.requiringNew().call(() -> {
            PublishedReport newest = PublishedReport.<PublishedReport> find("exerciseId", UUID.fromString(id)).firstResult();
            return newest.pageText() + newest.markdownText() + newest.jsonText() + newest.paperText();
        });
        List<String> told = markers.in(copy);
        assertThat(told).contains("report-summary", "report-impact", "finding-free").doesNotContain("note-carl",
                "comment-control",
                "comment-shown", "hot-wash-unnamed", "call-answer", "preparation-comment", "preparation-file", "sheet-holder");
        markers.tell(readers, told.toArray(String[]::new));
    }

    private void happens() {
        Awaitility.await("what is due at once is released").until(
                () -> items().getList("items.findAll { it.releasedAt != null }").size(), size -> size >= 11);
        item("never-key", Map.of("to", "skipped", "reason", markers.of("skip-reason")));
        item("later-key", Map.of("to", "held", "reason", markers.of("hold-reason")));
        post("carl", "/timeline", Map.of("key", markers.of("unplanned-key"), "message",
                Map.of("to", "pia", "text", markers.of("unplanned-text"))), 201);
        post("carl", "/timeline", Map.of("task", Map.of("of", "carl", "text", markers.of("unplanned-task"))), 201);
        post("carl", "/notes", Map.of("text", markers.of("note-carl")), 201);
        finding("carl", "finding-unreleased", "item", markers.of("later-key"));
        finding("carl", "finding-released", "item", markers.of("expect-key"));
        post("carl", "/drills/" + markers.of("drill-key") + "/result",
                Map.of("result", "inconclusive", "reason", markers.of("result-reason")), 200);
        followUp();
        callOut();
        if (!phase.equals("rehearsed")) {
            post("noel", "/notes", Map.of("text", markers.of("note-noel")), 201);
            finding("pia", "finding-free", "kind", "good-catch");
            finding("carl", "finding-of-point", "singlePoint", point);
            post("noel", "/timeline/" + itemId("open-key") + "/replies", Map.of("text", markers.of("reply-noel")), 201);
        }
    }

    /** One finding is a defect with actions, another is dismissed; a finding's text may be known where these are not. */
    private void followUp() {
        List<String> findings = names.of("findings");
        send("PATCH", "/api/findings/" + findings.get(0), Map.of("state", "dismissed", "reason", markers.of("dismiss-reason")),
                200);
        defect = send("POST", "/api/defects",
                Map.of("findings", findings.subList(1, 2), "title", markers.of("defect-title"), "text",
                        markers.of("defect-text"), "contributingFactors", List.of(markers.of("defect-factor"))),
                201).getString("id");
        action("carl", "action-of-carl");
        if (!phase.equals("rehearsed")) {
            action("pia", "action-of-pia");
        }
    }

    /** Dana was reached, so noel is called; nothing reaches sol, and a finding is proposed. */
    private void callOut() {
        send("POST", "/api/contact-attempts/" + names.of("contact-attempts").get(0) + "/results",
                Map.of("result", "confirmed", "answer", markers.of("call-answer")), 200);
    }

    private void action(String owner, String what) {
        String path = "/api/defects/" + defect + "/actions";
        actions.add(send("POST", path, Map.of("title", markers.of(what), "owner", owner), 201).getString("id"));
    }

    private static JsonPath send(String verb, String path, Map<String, ?> body, int status) {
        var answer = GameDay.as("carl").contentType("application/json").body(body).request(verb, path);
        assertThat(answer.statusCode()).as("%s %s: %s", verb, path, answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }

    private void item(String what, Map<String, String> transition) {
        post("carl", "/timeline/" + markers.of(what) + "/transitions", transition, 200);
    }

    private void finding(String by, String what, String field, String value) {
        String finding = UUID.randomUUID().toString();
        post(by, "/findings", Map.of("id", finding, "text", markers.of(what), field, value), 201);
        GameDay.as(by).contentType("text/plain").body(markers.of(what + "-file")).queryParam("name", markers.of(what + "-name"))
                .post("/api/findings/" + finding + "/attachments").then().statusCode(201);
    }

    private void post(String person, String path, Map<String, ?> body, int status) {
        var answer = GameDay.as(person).contentType("application/json").body(body).post("/api/exercises/" + id + path);
        assertThat(answer.statusCode()).as("%s %s: %s", person, path, answer.asString()).isEqualTo(status);
    }

    /** Whether nobody is to be surprised by its plan any more; a rehearsal surprises nobody. */
    boolean isOver() {
        JsonPath exercise = GameDay.as("dana").get("/api/exercises/" + id).jsonPath();
        return exercise.getString("mode").equals("rehearsal")
                || List.of("ended", "cancelled").contains(exercise.getString("state"));
    }

    /** By which a single point of failure could be named. */
    String point() {
        return point;
    }

    /** By which an item could be asked for. */
    String itemId(String what) {
        return items().getString("items.find { it.key == '" + markers.of(what) + "' }.id");
    }

    JsonPath items() {
        return GameDay.as("dana").get("/api/exercises/" + id + "/timeline").jsonPath();
    }

    /** Addresses of a route in which this exercise's things stand; they stay the same once it is made. */
    List<String> addresses(Route route) {
        return known.computeIfAbsent(route, one -> one.fill(names::of));
    }

    @Override
    public String toString() {
        return phase;
    }
}
