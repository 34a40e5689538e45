package dev.blackstart.language;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class LanguageCheckApiTest {

    private static final String ROUTE = "/api/language-checks";

    @Test
    void check_asAnybodySignedIn_marksWithAdvice() {
        for (String person : List.of("dana", "pia", "wilma")) {
            check(person, "\uD83D\uDD25 It was human error.").statusCode(200).body("marks", hasSize(1))
                    .body("marks[0].start", equalTo(10)).body("marks[0].end", equalTo(21))
                    .body("marks[0].kind", equalTo("blame")).body("marks[0].text", equalTo("human error"))
                    .body("marks[0].why", containsString("label")).body("marks[0].instead", containsString("Say what"));
        }
        check("pia", "The standby lagged.").statusCode(200).body("marks", empty());
        check("pia", "").statusCode(200).body("marks", empty());
        check("pia", "The root cause.").statusCode(200).body("marks[0].kind", equalTo("root-cause"));
    }

    @Test
    void check_withoutText_unprocessable() {
        for (String body : List.of("{}", "null", "{\"text\": null}")) {
            GameDay.as("pia").contentType("application/json").body(body).post(ROUTE).then().statusCode(422)
                    .body("field", equalTo("text"));
        }
        GameDay.as("pia").contentType("application/json").body("{\"words\": \"x\"}").post(ROUTE).then().statusCode(400);
    }

    @Test
    void check_longText_upToTheLimit() {
        check("pia", "The standby lagged. ".repeat(20_000) + "human error").statusCode(200).body("marks", hasSize(1))
                .body("marks[0].start", equalTo(400_000));
        check("pia", "x".repeat(LanguageCheck.LONGEST_TEXT + 1)).statusCode(422).body("field", equalTo("text"))
                .body("detail", containsString("shorten it"));
        check("pia", "x".repeat(3_000_000)).statusCode(413).body("detail", containsString("2 MB"));
    }

    @Test
    void check_notSignedIn_unauthorized() {
        given().contentType("application/json").body(Map.of("text", "x")).post(ROUTE).then().statusCode(401);
        FormClient.of("pia").browser().contentType("application/json").body(Map.of("text", "x")).post(ROUTE).then()
                .statusCode(401);
        given().redirects().follow(false).contentType("application/x-www-form-urlencoded").formParam("text", "x")
                .header("Sec-Fetch-Site", "same-origin").post("/language-checks").then().statusCode(302);
    }

    @Test
    void page_fieldOfAPage_sameAdviceAndMoreForAnAction() {
        FormClient pia = FormClient.of("pia");
        pia.form().formParam("text", "It was human error.").formParam("field", "text").post("/language-checks").then()
                .statusCode(200).body("marks[0].kind", equalTo("blame"));
        String title = "Keep in mind that the standby lags";
        pia.form().formParam("text", title).formParam("field", "text").post("/language-checks").then().statusCode(200)
                .body("marks", empty());
        pia.form().formParam("text", title).formParam("field", "action").post("/language-checks").then().statusCode(200)
                .body("marks[0].kind", equalTo("intention"));
        pia.form().post("/language-checks").then().statusCode(422);
        pia.browser().contentType("application/x-www-form-urlencoded").formParam("text", "x").post("/language-checks").then()
                .statusCode(400);
    }

    @Test
    void check_anyText_neverInTheLog() {
        String secret = "marker" + UUID.randomUUID();
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        listener.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            check("pia", secret + " was human error").statusCode(200);
            check("pia", secret + "\0").statusCode(422);
            GameDay.as("pia").contentType("application/json").body("{\"text\": [\"" + secret + "\"]}").post(ROUTE).then()
                    .statusCode(400);
            FormClient.of("pia").form().formParam("text", secret).post("/language-checks").then().statusCode(200);
        } finally {
            root.removeHandler(listener);
        }
        assertThat(lines).noneMatch(line -> line.contains(secret));
    }

    private static ValidatableResponse check(String person, String text) {
        return GameDay.as(person).contentType("application/json").body(Map.of("text", text)).post(ROUTE).then();
    }
}
