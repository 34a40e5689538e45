package dev.blackstart.review.subscription;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.testsupport.PageClient;
import io.restassured.response.Response;

/** Somebody's feed reader: it knows the address and nothing else. */
public final class ReportFeedClient {

    private static final Pattern TOKEN = Pattern.compile("/reports\\.atom\\?token=([A-Za-z0-9_-]{43})");

    final String token;

    private ReportFeedClient(String token) {
        this.token = token;
    }

    /** With a new address; the one before is gone. */
    public static ReportFeedClient of(String person) {
        String page = PageClient.as(person).post("/settings/reports/feed", Map.of("to", "made")).statusCode(200).extract()
                .asString();
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No address in " + page);
        }
        return new ReportFeedClient(found.group(1));
    }

    Response get() {
        return given().queryParam("token", token).get("/reports.atom");
    }

    public String text() {
        return get().then().statusCode(200).extract().asString();
    }
}
