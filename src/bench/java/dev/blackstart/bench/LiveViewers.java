package dev.blackstart.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.blackstart.people.DemoPeople;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * From posting a finding until it stands on the open pages of many viewers, each with a stream of their own, most of them
 * players
 * on their phones, one in fifty in the control room. Findings come one after the other, {@value #PER_SECOND} a second.
 */
final class LiveViewers {

    private static final int FINDINGS = Integer.getInteger("bench.findings", 150);
    private static final int PER_SECOND = 5;
    private static final int ROOM = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** All viewers are two people with one session each. */
    static final Map<String, String> SETTINGS = Map.of("BLACKSTART_LIVE_STREAMS_PER_PERSON", "5000",
            "BLACKSTART_WEB_LIMITS_PER_CALLER", "16", "BLACKSTART_WEB_LIMITS_WAITING_PER_CALLER", "5000");

    private final Map<String, Long> postedAt = new ConcurrentHashMap<>();

    void measure(Installation installation) throws Exception {
        Vertx vertx = Vertx.vertx();
        Table table = new Table("finding posted → on the page", "viewers", "seen", "p50 ms", "p99 ms", "max ms",
                "processor ms per viewer and minute", "kB per viewer");
        try (installation) {
            Product product = installation.processes.get(0);
            String player = session(product, "pia");
            String director = session(product, "dana");
            String warm = begun(installation);
            run(vertx, product, warm, player, director, 200, new Spread());
            for (int viewers : new int[] { 200, 1_000, 2_000 }) {
                row(vertx, installation, viewers, player, director, table);
            }
            table.print();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private void row(Vertx vertx, Installation installation, int viewers, String player, String director, Table table)
            throws Exception {
        Product product = installation.processes.get(0);
        String exercise = begun(installation);
        long memory = product.residentKilobytes();
        Duration before = product.processorTime();
        long begun = System.nanoTime();
        Spread spread = new Spread();
        long after = run(vertx, product, exercise, player, director, viewers, spread);
        double minutes = (System.nanoTime() - begun) / 60e9;
        table.row(installation.label(), viewers, spread.count(), spread.at(0.5), spread.at(0.99), spread.at(1),
                product.processorTime().minus(before).toMillis() / minutes / viewers, (after - memory) / (double) viewers);
    }

    private static String begun(Installation installation) {
        String exercise = installation.api().exercise(Script.quiet());
        installation.api().begin(exercise);
        return exercise;
    }

    /** @return the product's resident memory while all are watching, in kB */
    private long run(Vertx vertx, Product product, String exercise, String player, String director, int viewers, Spread spread)
            throws Exception {
        CountDownLatch open = new CountDownLatch(viewers);
        AtomicInteger seen = new AtomicInteger();
        io.vertx.core.http.HttpClient client = vertx
                .createHttpClient(new HttpClientOptions().setMaxPoolSize(viewers).setKeepAlive(false));
        for (int i = 0; i < viewers; i++) {
            boolean room = i % ROOM == 0;
            RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET)
                    .setAbsoluteURI(product.base() + "/exercises/" + exercise + "/live/" + (room ? "control-room" : "me"))
                    .putHeader("Accept", "text/event-stream")
                    .putHeader("Cookie", "blackstart-session=" + (room ? director : player));
            client.request(options).compose(HttpClientRequest::send).onSuccess(answer -> {
                StringBuilder text = new StringBuilder();
                boolean[] begun = new boolean[1];
                answer.handler(chunk -> {
                    if (!begun[0]) {
                        begun[0] = true;
                        open.countDown();
                    }
                    text.append(chunk.toString());
                    seen.addAndGet(count(text, spread));
                });
            });
        }
        if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " of " + viewers + " streams did not open");
        }
        TimeUnit.SECONDS.sleep(2);
        for (int i = 0; i < FINDINGS; i++) {
            String mark = "mark-" + UUID.randomUUID();
            postedAt.put(mark, System.nanoTime());
            product.api().post("pete", "/api/exercises/" + exercise + "/findings", Map.of("text", mark), 201);
            TimeUnit.MILLISECONDS.sleep(1_000 / PER_SECOND);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.get() < viewers * FINDINGS && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        long memory = product.residentKilobytes();
        client.close();
        return memory;
    }

    /** Marks of whole lines that have come; a control room's parts tell no finding's text. */
    private int count(StringBuilder text, Spread spread) {
        int found = 0;
        int at = text.indexOf("mark-");
        while (at >= 0 && text.length() >= at + 41) {
            Long posted = postedAt.get(text.substring(at, at + 41));
            if (posted != null) {
                spread.add((System.nanoTime() - posted) / 1e6);
                found++;
            }
            text.delete(0, at + 41);
            at = text.indexOf("mark-");
        }
        if (at < 0 && text.length() > 4) {
            text.delete(0, text.length() - 4);
        }
        return found;
    }

    static String session(Product product, String person) throws IOException, InterruptedException {
        HttpResponse<Void> in = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(product.base() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=" + person + "&j_password=" + DemoPeople.PASSWORD))
                .build(), HttpResponse.BodyHandlers.discarding());
        List<String> cookies = new ArrayList<>(in.headers().allValues("set-cookie"));
        return cookies.stream().filter(cookie -> cookie.startsWith("blackstart-session=")).findFirst().orElseThrow()
                .replaceFirst("^[^=]+=([^;]*).*", "$1");
    }
}
