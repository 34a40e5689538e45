package dev.blackstart.testsupport;

import static io.restassured.RestAssured.given;

import dev.blackstart.people.DemoPeople;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Somebody at a browser: signed in to the pages, with the token that their forms carry. */
public final class FormClient {

    private static final String SESSION = "blackstart-session";
    private static final String CSRF = "blackstart-csrf";

    private final String session;
    private final String token;

    private FormClient(String session, String token) {
        this.session = session;
        this.token = token;
    }

    public static FormClient of(String person) {
        String session = given().redirects().follow(false).contentType(ContentType.URLENC).formParam("j_username", person)
                .formParam("j_password", DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin").post("/sign-in")
                .cookie(SESSION);
        String token = given().cookie(SESSION, session).get("/directory").cookie(CSRF);
        return new FormClient(session, token);
    }

    /** A request of this browser; what it leads to is not followed. */
    public RequestSpecification browser() {
        return given().redirects().follow(false).cookie(SESSION, session).cookie(CSRF, token);
    }

    /** An ordinary form. */
    public RequestSpecification form() {
        return browser().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("csrf-token", token);
    }

    /** A form with a file in it. */
    public RequestSpecification upload() {
        return browser().multiPart("csrf-token", token);
    }
}
