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
import java.util.Base64;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Somebody guesses, ten thousand times, from an address of their own: it costs little, and nobody else is slowed. */
@QuarkusTest
class ManyWrongPasswordsTest {

    private static final int TRIES = 10_000;
    private static final int AT_ONCE = 1;
    private static final String ELSEWHERE = "127.0.0.7";

    @TestHTTPResource("/")
    URL root;

    @Test
    void wrongPasswords_tenThousand_refusedQuicklyAndNobodyElseWaits() throws IOException {
        Instant began = Instant.now();
        int refused = 0;
        try (Socket guesser = from(ELSEWHERE)) {
            BufferedReader answers = new BufferedReader(
                    new InputStreamReader(guesser.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < TRIES; i += AT_ONCE) {
                guess(guesser.getOutputStream(), i);
                for (int answer = 0; answer < AT_ONCE; answer++) {
                    refused += status(answers) == 401 ? 1 : 0;
                }
                if (i == TRIES / 2) {
                    GameDay.as("wilma").get("/api/people").then().statusCode(200);
                }
            }
        }
        assertThat(refused).isEqualTo(TRIES);
        assertThat(Duration.between(began, Instant.now())).as("bcrypt for each would take a quarter of an hour")
                .isLessThan(Duration.ofMinutes(2));
        given().get("/q/health").then().statusCode(200);
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

    private static void guess(OutputStream out, int first) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int i = first; i < first + AT_ONCE; i++) {
            String credentials = Base64.getEncoder()
                    .encodeToString(("guessed-" + i + ":wrong").getBytes(StandardCharsets.US_ASCII));
            requests.append("GET /api/people HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic ").append(credentials)
                    .append("\r\n\r\n");
        }
        out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        answers.skip(length);
        return status;
    }
}
