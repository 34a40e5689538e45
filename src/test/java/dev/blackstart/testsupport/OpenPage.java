package dev.blackstart.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.blackstart.people.DemoPeople;
import io.restassured.RestAssured;

/** A page that somebody has open, with the stream that keeps it up to date. */
public final class OpenPage implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    private final InputStream body;
    private final StringBuilder read = new StringBuilder();

    private OpenPage(InputStream body) {
        this.body = body;
    }

    public static OpenPage of(HttpResponse<InputStream> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new OpenPage(answer.body());
    }

    public static OpenPage open(GameDay day, String person, String name) throws IOException, InterruptedException {
        return of(ask(day, person, name, null));
    }

    /** @param stream address of the stream */
    public static OpenPage open(String person, String stream) throws IOException, InterruptedException {
        return of(ask(person, stream, null));
    }

    public static HttpResponse<InputStream> ask(GameDay day, String person, String name, String lastEventId)
            throws IOException, InterruptedException {
        return ask(person, "/exercises/" + day.id + "/live/" + name, lastEventId);
    }

    public static HttpResponse<InputStream> ask(String person, String stream, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, stream)))
                .header("Cookie", "blackstart-session=" + session(person)).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String session(String person) {
        return RestAssured.given().redirects().follow(false).contentType("application/x-www-form-urlencoded")
                .body("j_username=" + person + "&j_password=" + DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .cookie("blackstart-session");
    }

    /** Where My exercise says that its stream begins. */
    public static String placeOf(GameDay day, String person) {
        return placeOf(person, "/exercises/" + day.id + "/me");
    }

    /** Where the page of an exercise says that its stream begins. */
    public static String placeOf(String person, String page) {
        return RestAssured.given().cookie("blackstart-session", session(person)).get(page)
                .htmlPath().getString("'**'.find { it.@id == 'moment' }.@'data-after'");
    }

    /** How many lines and parts came. */
    public int pieces() {
        return text().split("event:(line|part)", -1).length - 1;
    }

    /** Takes what comes for a while. */
    public void quietFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().until(() -> {
            readOn();
            return System.nanoTime() > end;
        });
    }

    public boolean ends() {
        await("the stream ends").atMost(Duration.ofSeconds(40)).until(() -> {
            byte[] some = new byte[8_192];
            return body.read(some) < 0;
        });
        return true;
    }

    public String text() {
        return read.toString();
    }

    public void awaitText(String text) {
        await("the page shows " + text).until(() -> {
            readOn();
            return text().contains(text);
        });
    }

    private void readOn() throws IOException {
        read.append(new String(body.readNBytes(body.available()), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
