package dev.blackstart.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.security.password.SignInThrottle;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Somebody guesses, hundreds of times: nobody else is slowed much, and no right password is refused. */
@QuarkusTest
class ManyWrongPasswordsTest {

    private static final int AT_ONCE = 100;
    private static final int IN_ONE_GO = 126;
    private static final int HERD = 30;

    /** Costs as much to check as in production. */
    private static final String AS_IN_PRODUCTION = BcryptUtil.bcryptHash("nobody guesses this", 10);

    @Inject
    SignInThrottle throttle;

    @TestHTTPResource("/")
    URL root;

    /** A company behind one proxy: a guesser there must not shut the others out. */
    @Test
    void wrongPasswords_hundredNames_sameAddressSignsInAndSaysNoDuff() {
        CompletableFuture<?>[] guesses = IntStream.range(0, 120)
                .mapToObj(i -> CompletableFuture.runAsync(() -> basic("invented-" + i, "wrong").get("/api/people").then()
                        .statusCode(401)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(guesses).join();
        basic("olga", DemoPeople.PASSWORD).get("/api/people").then().statusCode(200);
        PageClient.as("eve").get("/directory").statusCode(200);
        basic("tess", DemoPeople.PASSWORD).post("/api/no-duff").then().statusCode(202);
    }

    @Test
    void wrongPasswords_elevenForOnePerson_rightOneAcceptedLater() {
        for (int i = 0; i < 11; i++) {
            basic("nora", "wrong-" + i).get("/api/people").then().statusCode(401);
        }
        Instant began = Instant.now();
        basic("nora", DemoPeople.PASSWORD).get("/api/people").then().statusCode(200);
        assertThat(Duration.between(began, Instant.now())).as("guessing is slow").isGreaterThan(Duration.ofMillis(700));
        PageClient.as("nora").get("/directory").statusCode(200);
    }

    /** The answer comes later than a body of these routes may take to arrive. */
    @Test
    void wrongPasswords_fortyForOnePerson_rightOneWithBodyAnswered() {
        String guessed = "guessed-" + System.nanoTime();
        String right = "a right one " + guessed;
        basic("dana", DemoPeople.PASSWORD).contentType("application/json").body(Map.of("key", guessed, "name", "Guessed"))
                .post("/api/people").then().statusCode(201);
        basic("adam", DemoPeople.PASSWORD).contentType("application/json").body(Map.of("password", right))
                .put("/api/people/" + guessed + "/password").then().statusCode(204);
        IntStream.range(0, 40).forEach(i -> throttle.failed(new SignInThrottle.Attempt(guessed, null, "192.0.2.7")));
        basic(guessed, right).contentType("application/json").body(Map.of("pulled", true, "reason", "x".repeat(20_000)))
                .post("/api/safety-lever").then().statusCode(403);
    }

    private static RequestSpecification basic(String person, String password) {
        return given().redirects().follow(false).auth().preemptive().basic(person, password);
    }

    /**
     * The first is checked, the others are refused at once: they once filled the stack. As many as Netty takes in one go; it
     * closes a connection with more than 128 requests that wait.
     */
    @Test
    void noPassword_manyInOneGo_allAnswered() throws IOException {
        try (Socket hurried = from("127.0.0.1")) {
            BufferedReader answers = answers(hurried);
            StringBuilder requests = new StringBuilder(request("wilma", DemoPeople.PASSWORD));
            for (int i = 0; i < IN_ONE_GO; i++) {
                requests.append("GET /api/people HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            send(hurried.getOutputStream(), requests.append(request("wilma", DemoPeople.PASSWORD)).toString());
            assertThat(status(answers)).isEqualTo(200);
            for (int i = 0; i < IN_ONE_GO; i++) {
                assertThat(status(answers)).isEqualTo(401);
            }
            assertThat(status(answers)).isEqualTo(200);
        }
    }

    /** Each on a connection of its own, from an address that has not failed before: all of them would be checked. */
    @Test
    void wrongPasswords_manyAtOnce_somebodyElseSignsInMeanwhile() throws Exception {
        List<Socket> guessers = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, HERD).forEach(
                i -> new Person("guessed-" + i, "Guessed", null, PlatformRole.MEMBER, AS_IN_PRODUCTION, Instant.now())
                        .persist()));
        try {
            for (int i = 0; i < HERD; i++) {
                guessers.add(from("127.0.0.8"));
            }
            for (int i = 0; i < HERD; i++) {
                ask(guessers.get(i).getOutputStream(), i, 1);
            }
            Instant began = Instant.now();
            PageClient.as("noel").get("/directory").statusCode(200);
            Duration waited = Duration.between(began, Instant.now());
            int left = 0;
            for (Socket guesser : guessers) {
                left += guesser.getInputStream().available() == 0 ? 1 : 0;
            }
            assertThat(left).as("wrong ones that wait behind their own, when he was in after %s", waited)
                    .isGreaterThan(HERD / 2);
            for (Socket guesser : guessers) {
                assertThat(status(answers(guesser))).isEqualTo(401);
            }
        } finally {
            for (Socket guesser : guessers) {
                guesser.close();
            }
            QuarkusTransaction.requiringNew().run(() -> Person.delete("key like 'guessed-%'"));
        }
    }

    private Socket from(String address) throws IOException {
        URI there = URI.create(root.toString());
        try {
            Socket socket = new Socket(there.getHost(), there.getPort(), InetAddress.getByName(address), 0);
            socket.setSoTimeout(30_000);
            return socket;
        } catch (IOException unknown) {
            return abort("this machine has no address " + address);
        }
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** All in one go, without waiting for an answer. */
    private static void ask(OutputStream out, int first, int count) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            requests.append(request("guessed-" + i, "wrong"));
        }
        send(out, requests.toString());
    }

    private static String request(String person, String password) {
        return "GET /api/people HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.US_ASCII))
                + "\r\n\r\n";
    }

    private static void send(OutputStream out, String requests) throws IOException {
        out.write(requests.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            String head = line.toLowerCase();
            if (head.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (head.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        if (length >= 0) {
            skip(answers, length);
            return status;
        }
        do {
            length = Integer.parseInt(answers.readLine(), 16);
            skip(answers, length + 2);
        } while (length > 0);
        return status;
    }

    private static void skip(BufferedReader answers, int length) throws IOException {
        assertThat(answers.skip(length)).isEqualTo(length);
    }
}
