package dev.blackstart.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import dev.blackstart.people.DemoPeople;
import io.vertx.core.buffer.Buffer;

/** How soon NO DUFF, sign-in and pause are answered while one account, or a stranger, floods the server. */
final class FloodTimes {

    private static final int FINDINGS = Integer.getInteger("bench.findings", 2_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);
    private static final int PARALLEL = 230;
    private static final int STREAMS = 600;
    private static final int LONG_TEXTS = 60;
    private static final long BETWEEN_ROUNDS = 50;
    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";

    private final Table table = new Table("flood", "its answers", "NO DUFF p50 ms", "p99 ms", "sign-in p50 ms", "p99 ms",
            "pause p50 ms", "p99 ms", "failed");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Product product;
    private String calm;

    void measure(Installation installation) throws Exception {
        try (installation) {
            product = installation.processes.get(0);
            calm = begun(installation);
            String full = begun(installation);
            String texts = begun(installation);
            for (int i = 0; i < FINDINGS; i++) {
                finding(full, "Finding " + i + ": the order page shows an error since two minutes, and nobody was paged.");
            }
            for (int i = 0; i < LONG_TEXTS; i++) {
                finding(texts, "word ".repeat(19_800));
            }
            String picture = finding(full, "with a picture");
            String finding = product.base() + "/api/findings/" + picture + "/attachments";
            row("none", null);
            row("PDF of 2,000 findings", () -> flood("GET", report(full), "dana", "application/pdf", null));
            row("page of 2,000 findings", () -> flood("GET", report(full), "dana", "text/html", null));
            row("PNG of 10,900 x 10,900", () -> flood("POST", finding, "pia", "*/*", HugePicture.png(10_900)));
            row("PNG of 7,000 x 7,000", () -> flood("POST", finding, "pia", "*/*", HugePicture.png(7_000)));
            row("PDF of 60 long findings", () -> flood("GET", report(texts), "dana", "application/pdf", null));
            row("player's page of long findings", () -> new Flood(HERE, "GET",
                    product.base() + "/exercises/" + texts + "/me", Map.of("Cookie", cookie("pia")), null, PARALLEL));
            row("600 streams of one player", () -> new Flood(HERE, "GET", product.base() + "/exercises/" + full + "/live/me",
                    Map.of("Cookie", cookie("pia"), "Accept", "text/event-stream"), null, STREAMS));
            row("wrong passwords", () -> new Flood(ELSEWHERE, "POST", product.base() + "/sign-in",
                    Map.of("Content-Type", "application/x-www-form-urlencoded"),
                    Buffer.buffer("j_username=dana&j_password=wrong"), PARALLEL));
            table.print();
        }
    }

    private static String begun(Installation installation) {
        String exercise = installation.api().exercise(Script.quiet());
        installation.api().begin(exercise);
        return exercise;
    }

    private String finding(String exercise, String text) {
        return product.api().post("pia", "/api/exercises/" + exercise + "/findings",
                Map.of("id", UUID.randomUUID(), "text", text), 201).get("id").asText();
    }

    private String report(String exercise) {
        return product.base() + "/api/exercises/" + exercise + "/report";
    }

    private static Flood flood(String method, String address, String person, String accept, Buffer body) {
        return new Flood(HERE, method, address, body == null ? Map.of("Authorization", basic(person), "Accept", accept)
                : Map.of("Authorization", basic(person), "Accept", accept, "Content-Type", "image/png"), body, PARALLEL);
    }

    private String cookie(String person) throws IOException, InterruptedException {
        return "blackstart-session=" + LiveViewers.session(product, person);
    }

    private static String basic(String person) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((person + ":" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private void row(String name, Callable<Flood> begin) throws Exception {
        Flood flood = begin == null ? null : begin.call();
        Spread noDuff = new Spread();
        Spread signIn = new Spread();
        Spread pause = new Spread();
        int failed = 0;
        try (flood) {
            TimeUnit.SECONDS.sleep(2);
            for (int i = 0; i < ROUNDS; i++) {
                String to = i % 2 == 0 ? "running" : "paused";
                failed += timed(noDuff, post("pete", "/api/no-duff", "application/json", "{\"text\":\"round " + i + "\"}"),
                        202);
                failed += timed(signIn, post(null, "/sign-in", "application/x-www-form-urlencoded",
                        "j_username=wim&j_password=" + DemoPeople.PASSWORD), 302);
                failed += timed(pause,
                        post("dana", "/api/exercises/" + calm + "/transitions", "application/json", "{\"to\":\"" + to + "\"}"),
                        200);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_ROUNDS);
            }
            table.row(name, flood == null ? "" : flood.answers(), noDuff.at(0.5), noDuff.at(0.99), signIn.at(0.5),
                    signIn.at(0.99), pause.at(0.5), pause.at(0.99), failed);
        }
    }

    private HttpRequest post(String person, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.base() + path)).header("Content-Type", type)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return (person == null ? request : request.header("Authorization", basic(person))).build();
    }

    /** @return 1 where it was answered otherwise */
    private int timed(Spread spread, HttpRequest request, int expected) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        spread.add((System.nanoTime() - begun) / 1e6);
        return status == expected ? 0 : 1;
    }
}
