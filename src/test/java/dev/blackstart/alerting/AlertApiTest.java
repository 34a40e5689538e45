package dev.blackstart.alerting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.AlertSources;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(AlertSources.class)
class AlertApiTest {

    private static final String ZERO = "0001-01-01T00:00:00Z";

    /** As Alertmanager 0.25 sends it. */
    private static String message(int truncated, String... alerts) {
        return """
                {"receiver": "blackstart", "status": "firing", "version": "4", "groupKey": "{}:{alertname=\\"x\\"}",
                 "truncatedAlerts": %d, "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {},
                 "externalURL": "http://localhost:9093", "alerts": [%s]}""".formatted(truncated, String.join(",", alerts));
    }

    private static String alert(String name, String status, String starts, String ends) {
        return """
                {"status": "%s", "labels": {"alertname": "%s", "severity": "page"}, "annotations": {"summary": "It is %2$s."},
                 "startsAt": "%s", "endsAt": "%s", "generatorURL": "", "fingerprint": "%x"}"""
                .formatted(status, name, starts, ends, name.hashCode());
    }

    private static List<ReceivedAlert> stored(String name) {
        return QuarkusTransaction.requiringNew().call(() -> ReceivedAlert.list("name = ?1 order by startsAt", name));
    }

    @Test
    void receive_groupedMessage_eachAlertStoredWithOpenEnd() {
        String one = "One" + UUID.randomUUID();
        String other = "Other" + UUID.randomUUID();
        AlertSources.send(message(0, alert(one, "firing", "2027-03-01T10:00:00.123456789+01:00", ZERO),
                alert(other, "firing", "2027-03-01T10:00:01Z", ZERO))).statusCode(200).body("new", equalTo(2))
                .body("source", equalTo("prometheus"));
        assertThat(stored(one)).singleElement().satisfies(alert -> {
            assertThat(alert.startsAt).hasToString("2027-03-01T09:00:00.123456Z");
            assertThat(alert.endsAt).isNull();
            assertThat(alert.summary).contains(one);
            assertThat(alert.source).isEqualTo("prometheus");
        });
    }

    @Test
    void receive_repeatedThenResolved_storedOnceAndEnded() {
        String name = "Again" + UUID.randomUUID();
        String firing = message(0, alert(name, "firing", "2027-03-01T10:00:00Z", ZERO));
        AlertSources.send(firing).statusCode(200).body("new", equalTo(1));
        AlertSources.send(firing).statusCode(200).body("new", equalTo(0));
        AlertSources.send(message(0, alert(name, "resolved", "2027-03-01T10:00:00Z", "2027-03-01T10:05:00Z")))
                .statusCode(200).body("new", equalTo(0));
        assertThat(stored(name)).singleElement().satisfies(alert -> {
            assertThat(alert.status).isEqualTo("resolved");
            assertThat(alert.endsAt).hasToString("2027-03-01T10:05:00Z");
        });
        AlertSources.send(message(0, alert(name, "firing", "2027-03-01T11:00:00Z", ZERO))).body("new", equalTo(1));
        assertThat(stored(name)).hasSize(2);
    }

    @Test
    void receive_truncated_saidAndRemembered() {
        AlertSources.send(message(7, alert("T" + UUID.randomUUID(), "firing", "2027-03-01T10:00:00Z", ZERO)))
                .statusCode(200).body("truncated", equalTo(7));
        assertThat(QuarkusTransaction.requiringNew().call(AlertSource::all))
                .anySatisfy(source -> assertThat(source.truncated).isEqualTo(7));
        AlertSources.send(message(0)).statusCode(200);
    }

    @Test
    void receive_plain_storedOnceUntilItIsResolved() {
        String name = "Plain" + UUID.randomUUID();
        String firing = "{\"name\": \"%s\", \"status\": \"firing\"}".formatted(name);
        AlertSources.send(firing).statusCode(200).body("new", equalTo(1));
        AlertSources.send(firing).statusCode(200).body("new", equalTo(0));
        AlertSources.send("{\"name\": \"%s\", \"status\": \"resolved\"}".formatted(name)).body("new", equalTo(0));
        assertThat(stored(name)).singleElement().satisfies(alert -> assertThat(alert.endsAt).isNotNull());
        AlertSources.send(firing).body("new", equalTo(1));
        AlertSources.send("{\"name\": \"%s\", \"at\": \"2027-03-01T10:00:00Z\"}".formatted(name)).body("new", equalTo(1));
    }

    @Test
    void receive_fiveThousand_accepted_oneMoreRefusedAsAWhole() {
        String name = "Storm" + UUID.randomUUID();
        List<String> alerts = IntStream.range(0, 5_001)
                .mapToObj(i -> alert(name + i, "firing", "2027-03-01T10:00:00Z", ZERO)).collect(Collectors.toList());
        AlertSources.send(message(0, alerts.toArray(String[]::new))).statusCode(422)
                .body("detail", containsString("at most 5,000 alerts; this one holds 5,001"));
        assertThat(stored(name + 0)).isEmpty();
        AlertSources.send(message(0, alerts.subList(0, 5_000).toArray(String[]::new))).statusCode(200)
                .body("new", equalTo(5_000));
    }

    @Test
    void receive_wrongOrNoToken_unauthorizedBeforeAnythingIsRead() {
        for (String body : List.of("{", "{\"name\": \"x\"}")) {
            AlertSources.send("wrong-wrong-wrong-wrong-wrong", body).statusCode(401)
                    .body("detail", containsString("bearer token of an alert source"));
            given().contentType("application/json").body(body).post("/api/alerts").then().statusCode(401);
            GameDay.as("adam").contentType("application/json").body(body).post("/api/alerts").then().statusCode(401);
        }
    }

    @Test
    void receive_token_opensNothingElse() {
        given().header("Authorization", "Bearer " + AlertSources.TOKEN).get("/api/exercises").then().statusCode(401);
        given().header("Authorization", "Bearer " + AlertSources.TOKEN).get("/api/alerts/x").then().statusCode(401);
    }

    @Test
    void receive_whatIsNoAlert_refusedWithItsPlace() {
        AlertSources.send("{").statusCode(400);
        AlertSources.send("[]").statusCode(422);
        AlertSources.send("{}").statusCode(422).body("field", equalTo("name"));
        AlertSources.send("{\"alerts\": 5}").statusCode(422).body("field", equalTo("alerts"));
        AlertSources.send("{\"version\": \"3\", \"alerts\": []}").statusCode(422).body("field", equalTo("version"));
        AlertSources.send("{\"alerts\": [7]}").statusCode(422).body("field", equalTo("alerts[0]"));
        AlertSources.send("{\"alerts\": [{\"startsAt\": \"2027-03-01T10:00:00Z\"}]}").statusCode(422)
                .body("field", equalTo("alerts[0].labels.alertname"));
        AlertSources.send("{\"alerts\": [{\"labels\": {\"alertname\": \"x\"}}]}").statusCode(422)
                .body("field", equalTo("alerts[0].startsAt"));
        AlertSources.send(message(0, alert("x", "sleeping", "2027-03-01T10:00:00Z", ZERO))).statusCode(422)
                .body("field", equalTo("alerts[0].status"));
        AlertSources.send(message(0, alert("x", "firing", "yesterday", ZERO))).statusCode(422)
                .body("field", equalTo("alerts[0].startsAt"));
    }
}
