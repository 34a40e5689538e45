package dev.blackstart.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Clock;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A database on which the demonstration once ran, now in production: the password everybody knows opens nothing. */
@QuarkusTest
@TestProfile(LeftOverDemoTest.WithoutDemo.class)
class LeftOverDemoTest {

    @Inject
    Clock clock;

    public static class WithoutDemo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("blackstart.demo", "false", "blackstart.admin.key", "root", "blackstart.admin.password",
                    "words of its own");
        }
    }

    @Test
    void signIn_withDemoPassword_refused() {
        QuarkusTransaction.requiringNew().run(() -> new Person("dana", "Dana", null, PlatformRole.MASTER_OF_DISASTER,
                BcryptUtil.bcryptHash(DemoPeople.PASSWORD, 4), clock.instant()).persist());
        given().auth().preemptive().basic("dana", DemoPeople.PASSWORD).get("/api/people").then().statusCode(401);
        given().auth().preemptive().basic("root", "words of its own").get("/api/people").then().statusCode(200);
        given().get("/login").then().statusCode(200).body(not(containsString(DemoPeople.PASSWORD + "</b>")));
    }
}
