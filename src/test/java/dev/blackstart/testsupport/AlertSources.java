package dev.blackstart.testsupport;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** With sources that may send alerts, and with the settings of a lab that {@link LabOfTests} starts. */
public class AlertSources implements QuarkusTestProfile {

    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(LabOfTests.configuration());
        settings.putAll(Map.of("blackstart.alerts.tokens.prometheus", TOKEN, "blackstart.alerts.tokens.grafana", OTHER));
        return settings;
    }

    public static ValidatableResponse send(String body) {
        return send(TOKEN, body);
    }

    public static ValidatableResponse send(String token, String body) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON).body(body)
                .post("/api/alerts").then();
    }
}
