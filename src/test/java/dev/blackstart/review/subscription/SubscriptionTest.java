package dev.blackstart.review.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.review.PublishedDay;
import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Who subscribed to reports hears of those that they may read, once, until one click ends it. */
@QuarkusTest
class SubscriptionTest {

    private static final String PATH = "/api/subscriptions";
    private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe/([A-Za-z0-9_-]{43})");

    @Inject
    Clock clock;

    private static ValidatableResponse put(String person, Map<String, ?> wanted) {
        return GameDay.as(person).contentType(ContentType.JSON).body(wanted).put(PATH).then();
    }

    @AfterEach
    void end() {
        List.of("noel", "nora").forEach(person -> put(person, Map.of("reports", "none")).statusCode(200));
    }

    /** Somebody of the directory whom no other test knows. */
    private String subscriber(WantedReports wanted, String... teams) {
        String key = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> {
            Instant at = clock.instant();
            new Person(key, "Name of " + key, key + "@example.org", PlatformRole.MEMBER, null, at).persist();
            ReportSubscription subscription = new ReportSubscription(key, at);
            subscription.change(wanted, List.of(teams), at);
            subscription.persist();
        });
        return key;
    }

    private static List<Delivery> sent(GameDay day, String person) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("person", person)).stream()
                .filter(delivery -> delivery.text.contains(day.id) && delivery.subject.startsWith("Report published"))
                .toList();
    }

    private static void announced(GameDay day) {
        await("subscribers were told").until(() -> QuarkusTransaction.requiringNew().call(() -> PublishedReport
                .count("exerciseId = ?1 and id not in (select a.copyId from ReportAnnouncement a)",
                        UUID.fromString(day.id)) == 0));
    }

    private static String token(Delivery mail) {
        Matcher found = UNSUBSCRIBE.matcher(mail.text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void subscription_savedAndRead_byApiAndPage() {
        GameDay.as("nora").get(PATH).then().statusCode(200).body("reports", equalTo("none")).body("teams", empty());
        put("nora", Map.of("reports", "teams", "teams", List.of("storage"))).statusCode(200);
        GameDay.as("nora").get(PATH).then().body("reports", equalTo("teams")).body("teams", equalTo(List.of("storage")));
        PageClient.as("nora").get("/settings/reports").statusCode(200).body(containsString("value=\"teams\" checked"));
        PageClient.as("nora").post("/settings/reports", Map.of("reports", "all", "teams", "")).statusCode(303);
        GameDay.as("nora").get(PATH).then().body("reports", equalTo("all")).body("teams", empty());
    }

    @Test
    void subscription_badInput_refusedByField_andKept() {
        put("nora", Map.of("reports", "some")).statusCode(422).body("field", equalTo("reports"));
        put("nora", Map.of()).statusCode(422).body("field", equalTo("reports"));
        put("nora", Map.of("reports", "teams")).statusCode(422).body("field", equalTo("teams"));
        put("nora", Map.of("reports", "teams", "teams", List.of("no-such-team"))).statusCode(422)
                .body("field", equalTo("teams"));
        PageClient.as("nora").post("/settings/reports", Map.of("reports", "teams", "teams", "<b>nobody</b>")).statusCode(422)
                .body(containsString("&lt;b&gt;nobody&lt;/b&gt;"));
        given().get(PATH).then().statusCode(401);
        GameDay.as("nora").get(PATH).then().body("reports", equalTo("none"));
    }

    @Test
    void published_toTheRoster_onlyReadersHear_andNeverTwiceOfOneRevision() {
        String outsider = subscriber(WantedReports.ALL);
        put("noel", Map.of("reports", "all")).statusCode(200);
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        announced(day);
        assertThat(sent(day, outsider)).isEmpty();
        List<Delivery> noel = sent(day, "noel");
        assertThat(noel).extracting(one -> one.channel).containsExactlyInAnyOrder("in-app", "email");
        assertThat(noel).filteredOn(one -> one.channel.equals("email")).singleElement().satisfies(mail -> {
            assertThat(mail.unsubscribe).endsWith("/unsubscribe/" + token(mail));
            assertThat(mail.exerciseId).isNull();
        });
        day.post("dana", "/report/transitions", Map.of("to", "in-review", "reason", "A name is wrong.")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        announced(day);
        assertThat(sent(day, "noel")).filteredOn(one -> one.channel.equals("email")).hasSize(1);
        PublishedDay.again(day, "roster");
        announced(day);
        assertThat(sent(day, "noel")).filteredOn(one -> one.channel.equals("email")).hasSize(2);
    }

    @Test
    void published_toTheOrganisation_subscribersHear_notWhoLeftOrWantsOtherTeams() {
        String all = subscriber(WantedReports.ALL);
        String ours = subscriber(WantedReports.TEAMS, "storage");
        String others = subscriber(WantedReports.TEAMS, "network");
        String none = subscriber(WantedReports.NONE);
        String left = subscriber(WantedReports.ALL);
        QuarkusTransaction.requiringNew().run(() -> Person.update("leftAt = ?1 where key = ?2", clock.instant(), left));
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "organisation").statusCode(200);
        announced(day);
        for (String reader : List.of(all, ours)) {
            assertThat(sent(day, reader)).extracting(one -> one.channel).containsExactlyInAnyOrder("in-app", "email");
        }
        for (String person : List.of(others, none, left)) {
            assertThat(sent(day, person)).as(person).isEmpty();
        }
        String late = subscriber(WantedReports.ALL);
        PublishedDay.publish(day, "dana", "organisation").statusCode(200);
        announced(day);
        assertThat(sent(day, late)).as("what was published before they subscribed").isEmpty();
        assertThat(day.get("dana", "/journal?limit=1000").extract().asString()).doesNotContain(all);
    }

    @Test
    void unsubscribe_openedChangesNothing_onePostEndsIt() {
        String reader = subscriber(WantedReports.ALL);
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "organisation").statusCode(200);
        announced(day);
        String path = "/unsubscribe/" + token(sent(day, reader).stream().filter(one -> one.channel.equals("email")).findFirst()
                .orElseThrow());
        String page = given().get(path).then().statusCode(200).header("Cache-Control", "no-store").extract().asString();
        assertThat(page).contains("Unsubscribe from reports").doesNotContain(reader, day.id, "Hidden name");
        given().head(path).then().statusCode(200);
        assertThat(wanted(reader)).isEqualTo(WantedReports.ALL);
        given().header("Origin", "https://mail.example.org").contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click").post(path).then().statusCode(200).body(containsString("Unsubscribed"));
        assertThat(wanted(reader)).isEqualTo(WantedReports.NONE);
        given().post(path).then().statusCode(200);
        for (String unknown : List.of("x", "A".repeat(43), "y".repeat(200))) {
            given().get("/unsubscribe/" + unknown).then().statusCode(404);
            given().post("/unsubscribe/" + unknown).then().statusCode(404);
        }
    }

    private static WantedReports wanted(String person) {
        return QuarkusTransaction.requiringNew().call(() -> ReportSubscription.of(person).reports);
    }

    @Test
    void feed_eachWithTheirOwnSight_stableIds() {
        GameDay day = PublishedDay.signed();
        ReportFeedClient pia = ReportFeedClient.of("pia");
        ReportFeedClient wilma = ReportFeedClient.of("wilma");
        assertThat(pia.text()).doesNotContain(day.id);
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        assertThat(pia.text()).contains("<id>urn:uuid:" + day.id + "</id>", "Revision 1, published to the roster.");
        assertThat(ReportFeedClient.of("dana").text()).contains(day.id);
        assertThat(wilma.text()).doesNotContain(day.id);
        String before = updated(pia.text(), day);
        PublishedDay.again(day, "organisation");
        assertThat(wilma.text()).contains("<id>urn:uuid:" + day.id + "</id>");
        assertThat(updated(pia.text(), day)).isGreaterThan(before);
        assertThat(pia.text().split(day.id + "</id>")).hasSize(2);
    }

    private static String updated(String feed, GameDay day) {
        Matcher found = Pattern.compile(day.id + "</id><title>[^<]*</title><updated>([^<]*)<").matcher(feed);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void feed_unknownTokens_alike_andUnchangedIsNotSentAgain() {
        ReportFeedClient nora = ReportFeedClient.of("nora");
        String tag = nora.get().then().statusCode(200).contentType("application/atom+xml").header("Last-Modified",
                not(equalTo(null))).extract().header("ETag");
        given().queryParam("token", nora.token).header("If-None-Match", tag).get("/reports.atom").then().statusCode(304);
        ReportFeedClient newer = ReportFeedClient.of("nora");
        String unknown = given().queryParam("token", "A".repeat(43)).get("/reports.atom").then().statusCode(404).extract()
                .asString();
        assertThat(nora.get().then().statusCode(404).extract().asString()).isEqualTo(unknown);
        PageClient.as("nora").post("/settings/reports/feed", Map.of("to", "revoked")).statusCode(303);
        assertThat(newer.get().then().statusCode(404).extract().asString()).isEqualTo(unknown);
        given().get("/reports.atom").then().statusCode(404);
    }
}
