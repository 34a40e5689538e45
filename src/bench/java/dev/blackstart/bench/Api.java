package dev.blackstart.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.people.DemoPeople;

/** The product's API as a script uses it: Basic, connections kept open. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    Api(URI base) {
        this.base = base;
    }

    boolean answers() {
        try {
            return send("nobody", "GET", "/q/health/ready", null, null).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Approved, and scheduled a month ahead; returns its id. */
    String exercise(String yaml) {
        JsonNode plan = demand(201, "dana", "POST", "/api/plans", "application/yaml", yaml);
        post("adam", "/api/plans/" + plan.get("key").asText() + "/approvals", Map.of("decision", "approved"), 201);
        return post("dana", "/api/exercises", Map.of("plan", plan.get("key").asText(), "startsAt",
                Instant.now().plus(Duration.ofDays(30)).toString()), 201).get("id").asText();
    }

    void begin(String exercise) {
        post("dana", "/api/exercises/" + exercise + "/transitions", Map.of("to", "running"), 200);
    }

    JsonNode post(String person, String path, Map<String, ?> body, int expected) {
        return demand(expected, person, "POST", path, "application/json", text(body));
    }

    JsonNode get(String person, String path) {
        return demand(200, person, "GET", path, null, null);
    }

    private JsonNode demand(int expected, String person, String method, String path, String type, String body) {
        try {
            HttpResponse<String> answer = send(person, method, path, type, body);
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    HttpResponse<String> send(String person, String method, String path, String type, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)).method(method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (path.startsWith("/api")) {
            request.header("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString((person + ":" + DemoPeople.PASSWORD).getBytes()));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** What somebody reads, in a form of their choice; a long document may take its time. */
    HttpResponse<byte[]> read(String person, String path, String accept) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(5))
                .header("Accept", accept).header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((person + ":" + DemoPeople.PASSWORD).getBytes()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
