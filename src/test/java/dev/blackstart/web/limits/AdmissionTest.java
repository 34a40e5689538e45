package dev.blackstart.web.limits;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** While everything else is taken: what is still accepted, what waits, and how the rest is refused. */
@QuarkusTest
class AdmissionTest {

    private static final String QUIET = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]\n";

    @Inject
    Admission admission;

    @Inject
    LimitsConfig config;

    @Inject
    Capacity capacity;

    @Inject
    HeavyWork heavy;

    @TestHTTPResource("/")
    URI base;

    private final List<Permit> taken = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void knowWhoCalls() {
        // a password that was right before has a turn of its own
        for (String person : List.of("dana", "carl", "pia", "pete", "adam")) {
            as(person).get("/api/no-such-thing");
        }
    }

    @AfterEach
    void release() {
        gate.countDown();
        taken.forEach(Permit::release);
    }

    private void takeAllOrdinary() {
        // who is answered gives the permit back a moment later
        await().until(() -> admission.queue(Lane.ORDINARY).free() == capacity.requests());
        for (int i = 0; i < capacity.requests(); i++) {
            taken.add(admission.queue(Lane.ORDINARY).enter("flood " + i, 1, () -> {
                // held at once
            }));
        }
    }

    private void fillTheQueue() {
        for (int i = 0; i < config.waiting(); i++) {
            taken.add(admission.queue(Lane.ORDINARY).enter("waits " + i, 1, () -> {
                // not while this test runs
            }));
        }
    }

    @Test
    void allPermitsTaken_noDuffPauseAndSignInAccepted() {
        GameDay day = GameDay.running(QUIET);
        takeAllOrdinary();
        fillTheQueue();
        as("pia").contentType(ContentType.JSON).body("{\"text\":\"Smoke\"}").post("/api/no-duff").then().statusCode(202);
        given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .formParam("j_username", "pete").formParam("j_password", "blackstart")
                .post("/sign-in").then().statusCode(302).cookie("blackstart-session");
        given().get("/login").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        day.move("dana", "ended").statusCode(200).body("state", is("ended"));
    }

    @Test
    void allPermitsTaken_pauseAccepted() {
        GameDay day = GameDay.running(QUIET);
        takeAllOrdinary();
        fillTheQueue();
        day.move("carl", "paused").statusCode(200).body("state", is("paused"));
    }

    @Test
    void allPermitsTaken_noDuffOfThePageAccepted() {
        PageClient pia = PageClient.as("pia");
        takeAllOrdinary();
        pia.post("/no-duff", Map.of("text", "Smoke")).statusCode(303);
    }

    @Test
    void passwordForm_long_refusedUnread() {
        given().redirects().follow(false).formParam("j_username", "x".repeat(20_000)).formParam("j_password", "x")
                .post("/sign-in").then().statusCode(413);
    }

    @Test
    void queueFull_503WithRetryAfter() {
        takeAllOrdinary();
        fillTheQueue();
        as("pia").get("/api/exercises").then().statusCode(503).header("Retry-After", "5")
                .contentType(startsWith("application/problem+json")).body("status", is(503));
        given().header("Accept", "text/html").get("/").then().statusCode(503).header("Retry-After", "5")
                .body(containsString("The server is busy")).header("Content-Security-Policy", containsString("'self'"));
        as("dana").contentType("application/yaml").body("key: x".getBytes(StandardCharsets.UTF_8))
                .post("/api/plans").then().statusCode(503);
    }

    @Test
    void permitGivenBack_whoWaitsIsServedWithTheirBody() {
        GameDay day = GameDay.running(QUIET);
        takeAllOrdinary();
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> as("pia").contentType(ContentType.JSON)
                .body(Map.of("text", "I waited for my turn. " + "x".repeat(15_000)))
                .post("/api/exercises/" + day.id + "/findings").statusCode());
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() > 0);
        assertThat(answer).isNotDone();
        taken.remove(0).release();
        assertThat(answer.join()).isEqualTo(201);
    }

    @Test
    void callerWithTooManyRequests_429ForThemAlone() {
        takeAllOrdinary();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < config.waitingPerCaller() + 5; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> as("pia").get("/api/exercises").statusCode(), run -> {
                Thread thread = new Thread(run, "flood");
                thread.setDaemon(true);
                thread.start();
            }));
        }
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() == config.waitingPerCaller());
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> as("pete").get("/api/exercises").statusCode());
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() > config.waitingPerCaller());
        taken.forEach(Permit::release);
        assertThat(other.join()).isEqualTo(200);
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200, 429);
    }

    @Test
    void secretsInvented_shareTheTurnsOfTheirAddress() {
        takeAllOrdinary();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String invented = "invented" + i;
            answers.add(CompletableFuture.supplyAsync(() -> given().redirects().follow(false)
                    .cookie("blackstart-session", invented).get("/directory").statusCode()));
            answers.add(CompletableFuture
                    .supplyAsync(() -> given().queryParam("token", invented).get("/calendar.ics").statusCode()));
            answers.add(CompletableFuture.supplyAsync(() -> given().auth().preemptive().basic("pia", invented)
                    .get("/api/exercises").statusCode()));
        }
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() == answers.size());
        assertThat(admission.queue(Lane.ORDINARY).callersWaiting()).isOne();
        taken.forEach(Permit::release);
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(302, 401, 404);
    }

    @Test
    void sessionThatWasRight_hasATurnOfItsOwn() {
        PageClient pia = PageClient.as("pia");
        pia.get("/directory").statusCode(200);
        takeAllOrdinary();
        CompletableFuture<Void> page = CompletableFuture.runAsync(() -> pia.get("/directory").statusCode(200));
        CompletableFuture<Integer> stranger = CompletableFuture
                .supplyAsync(() -> given().redirects().follow(false).get("/directory").statusCode());
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() == 2);
        assertThat(admission.queue(Lane.ORDINARY).callersWaiting()).isEqualTo(2);
        taken.forEach(Permit::release);
        page.join();
        assertThat(stranger.join()).isEqualTo(302);
    }

    @Test
    void connectionClosedWithRequestsSentAhead_everyPermitComesBack() throws IOException {
        takeAllOrdinary();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.getOutputStream().write("GET /directory HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20)
                    .getBytes(StandardCharsets.ISO_8859_1));
            await().until(() -> admission.queue(Lane.ORDINARY).waiting() > 0);
        }
        await().until(() -> admission.queue(Lane.ORDINARY).waiting() == 0);
        taken.forEach(Permit::release);
        await().until(() -> admission.queue(Lane.ORDINARY).free() == capacity.requests());
    }

    @Test
    void personWithTooMuchHeavyWork_429_othersServed() {
        GameDay day = GameDay.running(QUIET);
        for (int i = 0; i < config.workPerPerson(); i++) {
            heavy.start(HeavyWork.Kind.REPORT, "dana", i, this::held);
        }
        for (String form : List.of("text/html", "text/markdown", "application/json")) {
            as("dana").accept(form).get("/api/exercises/" + day.id + "/report").then().statusCode(429)
                    .header("Retry-After", "10").contentType(startsWith("application/problem+json"));
        }
        gate.countDown();
        as("adam").get("/api/exercises/" + day.id + "/report").then().statusCode(200);
        await().untilAsserted(() -> as("dana").get("/api/exercises/" + day.id + "/report").then().statusCode(200));
    }

    @Test
    void personWithTooManyDocuments_429() {
        GameDay day = GameDay.running(QUIET);
        for (int i = 0; i < config.workPerPerson(); i++) {
            heavy.start(HeavyWork.Kind.DOCUMENT, "dana", i, this::held);
        }
        as("dana").accept("application/pdf").get("/api/exercises/" + day.id + "/report").then().statusCode(429)
                .header("Retry-After", "10");
        gate.countDown();
        await().untilAsserted(() -> as("dana").accept("application/pdf").get("/api/exercises/" + day.id + "/report").then()
                .statusCode(200).contentType("application/pdf"));
    }

    private String held() throws InterruptedException {
        gate.await();
        return "done";
    }
}
