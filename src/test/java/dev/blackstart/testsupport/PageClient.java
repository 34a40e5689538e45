package dev.blackstart.testsupport;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;

import dev.blackstart.people.DemoPeople;
import io.restassured.response.ValidatableResponse;

/** Somebody with a session, as the pages know them: GETs and forms, redirects not followed. */
public final class PageClient {

    private static final String CSRF = "blackstart-csrf";

    private final Map<String, String> cookies = new HashMap<>();

    private PageClient(String person) {
        cookies.putAll(given().redirects().follow(false).formParam("j_username", person)
                .formParam("j_password", DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin").post("/sign-in").then()
                .statusCode(302).extract().cookies());
        cookies.put(CSRF, given().cookies(cookies).get("/directory").then().statusCode(200).extract().cookie(CSRF));
    }

    public static PageClient as(String person) {
        return new PageClient(person);
    }

    public ValidatableResponse get(String path) {
        return given().redirects().follow(false).cookies(cookies).get(path).then();
    }

    /** With more cookies than those of the session. */
    public ValidatableResponse get(String path, Map<String, String> more) {
        return given().redirects().follow(false).cookies(cookies).cookies(more).get(path).then();
    }

    public ValidatableResponse post(String path, Map<String, String> fields) {
        return given().redirects().follow(false).cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", cookies.get(CSRF)).formParams(fields).post(path).then();
    }

    /** A form with several values of one name, already encoded. */
    public ValidatableResponse postBody(String path, String fields) {
        return given().redirects().follow(false).cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(fields + "csrf-token=" + cookies.get(CSRF)).post(path).then();
    }
}
