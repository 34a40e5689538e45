package dev.blackstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.testsupport.GameDay;
import io.restassured.RestAssured;

/** A reader of a journal's stream, as a browser is one. */
final class EventStream implements AutoCloseable {

    private static final long PATIENCE = 15;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One event; a heartbeat has no id. */
    record Event(String id, String type, JsonNode data) {
        boolean isHeartbeat() {
            return id == null;
        }
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final InputStream body;

    private EventStream(InputStream body) {
        this.body = body;
        Thread reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    static EventStream open(GameDay day, String person, String lastEventId) {
        HttpResponse<InputStream> answer = ask(Lines.path(day), person, lastEventId);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        return of(answer);
    }

    static EventStream of(HttpResponse<InputStream> answer) {
        return new EventStream(answer.body());
    }

    static HttpResponse<InputStream> ask(String path, String person, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream").header("Authorization", basic(person));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static String basic(String person) {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":blackstart").getBytes(StandardCharsets.UTF_8));
    }

    /** The next entry, heartbeats passed over. */
    Event next() {
        Event event = any();
        while (event.isHeartbeat()) {
            event = any();
        }
        return event;
    }

    /** Null if none comes for long. */
    Event nextIfAny() {
        Event event = poll();
        while (event != null && event.isHeartbeat()) {
            event = poll();
        }
        return event;
    }

    /** The next entry that says something. */
    Event nextWithText() {
        Event event;
        do {
            event = next();
        } while (!event.data().path("data").has("text"));
        return event;
    }

    Event any() {
        Event event = poll();
        assertThat(event).as("an event within %s s, stream %s", PATIENCE, isOpen() ? "open" : "ended").isNotNull();
        return event;
    }

    private Event poll() {
        try {
            return events.poll(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Whether it ends from the other side; entries that came before it did can still be taken. */
    boolean ends() {
        try {
            return ended.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    boolean isOpen() {
        return ended.getCount() > 0;
    }

    boolean hasMore() {
        return events.stream().anyMatch(event -> !event.isHeartbeat());
    }

    private void read() {
        String id = null;
        String type = null;
        StringBuilder data = new StringBuilder();
        boolean comment = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (data.length() > 0 || comment) {
                        events.add(new Event(id, type, data.length() == 0 ? null : json(data.toString())));
                    }
                    id = null;
                    type = null;
                    data.setLength(0);
                    comment = false;
                } else if (line.startsWith(":")) {
                    comment = true;
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else {
                    throw new AssertionError("not a line of an event stream: " + line);
                }
            }
        } catch (IOException closed) {
            // the connection is gone: that is an end as well
        } finally {
            ended.countDown();
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException closed) {
            // it is gone already
        }
    }
}
