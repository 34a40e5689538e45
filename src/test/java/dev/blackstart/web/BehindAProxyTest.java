package dev.blackstart.web;

import static dev.blackstart.testsupport.ProductionLike.ADDRESS;
import static dev.blackstart.testsupport.ProductionLike.HOST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.testsupport.ProductionLike;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** TLS ends at a proxy that hands the host on: cookies, redirects and forms are as if it ended here. */
@QuarkusTest
@TestProfile(ProductionLike.class)
class BehindAProxyTest {

    private static RequestSpecification proxied(String protocol) {
        return given().redirects().follow(false).header("Host", HOST).header("X-Forwarded-Proto", protocol)
                .header("X-Forwarded-For", "198.51.100.7").header("X-Forwarded-Host", "evil.example");
    }

    private static Response signIn(String origin) {
        return proxied("https").header("Origin", origin).contentType("application/x-www-form-urlencoded")
                .body("j_username=dana&j_password=" + DemoPeople.PASSWORD).post("/sign-in");
    }

    @Test
    void signIn_byHttps_worksAndStaysThere() {
        proxied("https").get("/directory").then().statusCode(302).header("Location", is(ADDRESS + "/login"));
        Response in = signIn(ADDRESS);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo(ADDRESS + "/start");
        List<Cookie> cookies = in.detailedCookies().asList();
        assertThat(cookies).hasSizeGreaterThan(1).allMatch(Cookie::isSecured).allMatch(Cookie::isHttpOnly);
        assertThat(in.header("Strict-Transport-Security")).startsWith("max-age=");
        Response page = proxied("https").cookie("blackstart-session", in.cookie("blackstart-session")).get("/directory");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.detailedCookie("blackstart-csrf").isSecured()).isTrue();
        proxied("https").cookie("blackstart-session", in.cookie("blackstart-session")).header("Origin", ADDRESS)
                .contentType("application/x-www-form-urlencoded").body("csrf-token=" + page.cookie("blackstart-csrf"))
                .post("/logout").then().statusCode(303).header("Location", startsWith(ADDRESS + "/login"));
    }

    @Test
    void signIn_cameFromAPage_goesBackThereByHttps() {
        String asked = proxied("https").accept("text/html").get("/directory").cookie("quarkus-redirect-location");
        Response in = proxied("https").header("Origin", ADDRESS).cookie("quarkus-redirect-location", asked)
                .contentType("application/x-www-form-urlencoded")
                .body("j_username=dana&j_password=" + DemoPeople.PASSWORD).post("/sign-in");
        assertThat(in.header("Location")).isEqualTo(ADDRESS + "/directory");
    }

    @Test
    void form_ofAnotherPortOrOfPlainHttp_refused() {
        for (String origin : List.of(ADDRESS + ":8443", "http://" + HOST, "http://" + HOST + ":8080", "https://evil.example",
                "https://example.org")) {
            assertThat(signIn(origin).statusCode()).as(origin).isEqualTo(403);
        }
    }

    @Test
    void hostLostOnTheWay_addressThatIsConfiguredCounts() {
        given().redirects().follow(false).header("Origin", ADDRESS).contentType("application/x-www-form-urlencoded")
                .body("j_username=dana&j_password=" + DemoPeople.PASSWORD).post("/sign-in").then().statusCode(302)
                .header("Location", is(ADDRESS + "/start"));
    }

    @Test
    void reading_byPlainHttp_goesOnByHttps() {
        proxied("http").get("/login?failed=true").then().statusCode(308)
                .header("Location", is(ADDRESS + "/login?failed=true"));
        proxied("https, http").get("/login").then().statusCode(308);
        proxied("http, https").get("/login").then().statusCode(200);
        given().redirects().follow(false).get("/q/health").then().statusCode(200).header("Location", nullValue());
    }
}
