package dev.blackstart.followup;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.move;
import static dev.blackstart.followup.Followup.post;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.followup.defect.Defect;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** One owner, one day, a mechanism; and nobody proves their own. */
@QuarkusTest
class ActionApiTest {

    @Inject
    FollowupJob followupJob;

    @Test
    void open_withoutADay_twoWeeksAhead() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String due = act("carl", defect, "Alert on lag", "carl", "kind", "detect", "link", "https://tracker.example.org/7")
                .statusCode(201).body("state", is("open")).body("owner", is("carl")).body("kind", is("detect"))
                .body("link", is("https://tracker.example.org/7")).body("overdue", is(false)).extract().path("due");
        assertThat(Duration.between(Instant.now(), Instant.parse(due))).isBetween(Duration.ofDays(13), Duration.ofDays(15));
        assertThat(JournalProbe.of(day, "action-opened")).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("control"));
    }

    @Test
    void open_intention_refusedWithAdviceUnlessThereIsAReason() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        act("carl", defect, "Be more careful with the standby", "carl").statusCode(422).body("field", is("title"))
                .body("advice", containsString("mechanism"));
        act("carl", defect, "Be more careful with the standby", "carl", "override", "It is retired tomorrow.")
                .statusCode(201).body("override", is("It is retired tomorrow."));
        act("carl", defect, "Alert on lag", "carl", "override", "Not needed.").statusCode(201).body("override", nullValue());
        assertThat(JournalProbe.field(day, "action-opened", "reason")).contains("It is retired tomorrow.");
    }

    @ParameterizedTest
    @CsvSource({ "owner,nobody", "owner,storage", "kind,guess", "due,yesterday", "due,2001-01-01", "due,2099-01-01",
            "link,javascript:alert(1)", "link,ftp://x.example.org", "link,//x", "link,https:", "link,data:text/html;x" })
    void open_senseless_refused(String field, String value) {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        Map<String, String> task = new HashMap<>(Map.of("title", "Alert on lag", "owner", "carl"));
        task.put(field, value);
        post("carl", "/api/defects/" + defect + "/actions", task).statusCode(422).body("field", is(field));
        assertThat(JournalProbe.of(day, "action-opened")).isEmpty();
    }

    @Test
    void open_moreThanTwoWeeks_onlyWithALeadsReason() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String far = Instant.now().plus(60, ChronoUnit.DAYS).toString();
        act("carl", defect, "Replace the standby", "pia", "due", far).statusCode(422).body("field", is("due"));
        act("carl", defect, "Replace the standby", "pia", "due", far, "exception", "Long order.").statusCode(403);
        String id = act("dana", defect, "Replace the standby", "pia", "due", far, "exception", "Long order.").statusCode(201)
                .body("exception", is("Long order.")).body("exceptionBy", is("dana")).extract().path("id");
        day.move("dana", "ended").statusCode(200);
        change("tess", id, Map.of("due", Instant.now().plus(90, ChronoUnit.DAYS).toString(), "exception", "Longer."))
                .statusCode(200).body("exceptionBy", is("tess"));
        change("nora", id, Map.of("due", Instant.now().plus(5, ChronoUnit.DAYS).toString())).statusCode(404);
        change("pia", id, Map.of("due", Instant.now().plus(5, ChronoUnit.DAYS).toString())).statusCode(403);
    }

    @Test
    void move_openToVerified_defectFixedThenVerified() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String action = act("carl", defect, "Alert on lag", "eve").extract().path("id");
        move("eve", action, "verified", "evidence", "I looked.").statusCode(403);
        move("carl", action, "verified", "evidence", "I looked.").statusCode(409).body("allowed", hasItem("done"));
        move("eve", action, "in-progress").statusCode(200).body("state", is("in-progress"));
        move("eve", action, "in-progress").statusCode(200);
        move("eve", action, "done", "evidence", "Deployed.").statusCode(200).body("evidence", is("Deployed."));
        get("carl", "/api/defects/" + defect).body("state", is("fixed"));
        move("carl", action, "verified").statusCode(422).body("field", is("evidence"));
        move("carl", action, "verified", "evidence", "The alert rang.").statusCode(200).body("verifiedBy", is("carl"));
        get("carl", "/api/defects/" + defect).body("state", is("verified"));
        move("dana", action, "open", "reason", "It rang too late.").statusCode(200);
        get("carl", "/api/defects/" + defect).body("state", is("open"));
        for (String type : List.of("action-in-progress", "action-done", "action-verified", "action-reopened", "defect-fixed",
                "defect-verified", "defect-reopened")) {
            assertThat(JournalProbe.of(day, type)).as(type).hasSize(1);
        }
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void drop_lastOfADefect_onlyWithAnAcceptedRisk() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String one = act("carl", defect, "Alert on lag", "eve").extract().path("id");
        String other = act("carl", defect, "Faster disks", "eve").extract().path("id");
        move("eve", one, "dropped").statusCode(422).body("field", is("reason"));
        move("carl", one, "dropped", "reason", "Too dear.").statusCode(200).body("dropReason", is("Too dear."));
        move("carl", other, "dropped", "reason", "Too dear.").statusCode(409);
        accept("carl", defect, 30).statusCode(403);
        accept("dana", defect, 30).statusCode(200).body("state", is("accepted")).body("approver", is("dana"));
        move("carl", other, "dropped", "reason", "Too dear.").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.judged().move("dana", "closed").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "2001-01-01", "2199-01-01", "never" })
    void accept_untilNoDay_refused(String until) {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        post("dana", "/api/defects/" + defect + "/transitions", Map.of("to", "accepted", "reason", "Rare.", "until", until))
                .statusCode(422).body("field", is("until"));
        post("dana", "/api/defects/" + defect + "/transitions",
                Map.of("to", "accepted", "reason", "Rare.", "until", "2199-01-01", "approver", "adam")).statusCode(422)
                .body("field", is("approver"));
        post("dana", "/api/defects/" + defect + "/transitions", Map.of("to", "accepted", "until", until)).statusCode(422)
                .body("field", is("reason"));
        post("dana", "/api/defects/" + defect + "/transitions", Map.of("to", "verified")).statusCode(422);
    }

    @Test
    void accepted_dayHasCome_openAgainOnceForAllReplicas() {
        GameDay day = Followup.running();
        var opened = defect(day, unlike("Lag")).extract();
        String defect = opened.path("id");
        accept("dana", defect, 30).statusCode(200);
        get("dana", "/api/defects/" + defect).body("state", is("accepted"));
        QuarkusTransaction.requiringNew().run(() -> Defect.update("acceptedUntil = ?1 where id = ?2",
                Instant.now().minusSeconds(1), UUID.fromString(defect)));
        List.of(1, 2, 3).parallelStream().forEach(replica -> followupJob.run());
        get("dana", "/api/defects/" + defect).body("state", is("open"));
        assertThat(JournalProbe.field(day, "defect-reopened", "defect")).containsExactly(opened.<String> path("reference"));
    }

    @Test
    void owner_whoPlays_learnsOfItAfterEndexAndOfNothingElse() {
        GameDay day = Followup.running();
        String title = unlike("Lag of the hidden standby");
        String defect = defect(day, title).extract().path("id");
        String action = act("carl", defect, "Alert on lag", "pia").statusCode(201).extract().path("id");
        for (String person : List.of("pia", "tess")) {
            get(person, "/api/actions/" + action).statusCode(404);
            get(person, "/api/actions?mine=true").body("items.id", not(hasItem(action)));
            get(person, "/api/actions").body("items.id", not(hasItem(action)));
        }
        assertThat(JournalProbe.of(day, "action-assigned")).isEmpty();
        day.move("dana", "ended").statusCode(200);
        for (String person : List.of("pia", "tess")) {
            String seen = get(person, "/api/actions").statusCode(200).body("items.id", hasItem(action)).extract().asString();
            assertThat(seen).contains(title).doesNotContain("Hidden name of the plan", day.id, defect);
            get(person, "/api/defects/" + defect).statusCode(404);
        }
        get("tess", "/api/actions?mine=true").body("items.id", not(hasItem(action)));
        for (String person : List.of("pete", "noel", "nora", "wilma")) {
            get(person, "/api/actions/" + action).statusCode(404);
            get(person, "/api/actions").body("items.id", not(hasItem(action)));
            move(person, action, "done").statusCode(404);
        }
        assertThat(JournalProbe.of(day, "action-assigned")).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("person:pia"));
        List<Delivery> told = QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("exerciseId = ?1 and person = 'pia' and subject like 'Action for you%'",
                        UUID.fromString(day.id)));
        assertThat(told).hasSize(1);
        move("pia", action, "done").statusCode(200);
        move("pia", action, "dropped", "reason", "No.").statusCode(403);
        move("tess", action, "verified", "evidence", "It rang.").statusCode(200);
    }

    @Test
    void owner_ofARehearsalsAction_controlStaffAlone() {
        GameDay day = GameDay.rehearsing(Followup.day(null, null), 1);
        String defect = Followup.open("carl", unlike("Lag"), Followup.finding(day, "carl", "Lag.")).extract().path("id");
        act("carl", defect, "Alert on lag", "pia").statusCode(422).body("field", is("owner"));
        act("carl", defect, "Alert on lag", "sol").statusCode(201);
        day.move("dana", "ended").statusCode(200);
        get("pia", "/api/actions").body("items.defect.title", not(hasItem(containsString("Lag."))));
        day.move("dana", "closed").statusCode(200);
    }

    @Test
    void list_filteredAndPaged_eachOnce() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        for (int i = 0; i < 5; i++) {
            act("carl", defect, "Alert " + i, i % 2 == 0 ? "eve" : "pia").statusCode(201);
        }
        String of = "&exercise=" + day.id;
        get("carl", "/api/actions?state=open" + of).body("items.size()", is(5));
        get("carl", "/api/actions?state=done" + of).body("items.size()", is(0));
        get("carl", "/api/actions?state=undone&team=storage" + of).body("items.size()", is(2)).body("items.owner",
                everyItem(is("pia")));
        get("eve", "/api/actions?mine=true" + of).body("items.size()", is(3));
        get("carl", "/api/actions?state=lost").statusCode(422);
        String next = get("carl", "/api/actions?limit=3" + of).body("items.size()", is(3)).extract().path("next");
        get("carl", "/api/actions?limit=3&after=" + next + of).body("items.size()", is(2)).body("next", nullValue());
        get("carl", "/api/actions?after=" + UUID.randomUUID()).statusCode(422);
        RestAssured.given().get("/api/actions").then().statusCode(401);
    }

    @Test
    void change_anotherOwner_toldOnceMore() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String action = act("carl", defect, "Alert on lag", "pia").extract().path("id");
        day.move("dana", "ended").statusCode(200);
        change("carl", action, Map.of("owner", "noel", "link", "http://tracker.example.org/8")).statusCode(200)
                .body("owner", is("noel")).body("link", is("http://tracker.example.org/8"));
        change("carl", action, Map.of("owner", "nobody")).statusCode(422);
        get("pia", "/api/actions/" + action).statusCode(404);
        get("noel", "/api/actions/" + action).statusCode(200);
        assertThat(JournalProbe.of(day, "action-assigned")).extracting(entry -> entry.audience).endsWith("person:noel");
    }

    private static ValidatableResponse change(String by, String action, Map<String, ?> change) {
        return GameDay.as(by).contentType(ContentType.JSON).body(change).patch("/api/actions/" + action).then();
    }

    private static ValidatableResponse accept(String by, String defect, int days) {
        return post(by, "/api/defects/" + defect + "/transitions", Map.of("to", "accepted", "reason", "It is rare.", "until",
                Instant.now().plus(days, ChronoUnit.DAYS).toString()));
    }
}
