package dev.blackstart.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A call tree over 500 people on four levels (1, 8, 64, 427), by mail through a server in this process. Everybody opens the
 * link of their mail and presses the button as soon as it arrives, so that the next level is called: told are the time until
 * all first attempts had left, until everybody was reached, and the memory.
 */
final class CallingOut {

    private static final int PEOPLE = 500;
    private static final int WIDE = 8;
    private static final int HANDS = 8;
    private static final long PATIENCE = 300_000_000_000L;
    private static final Pattern LINK = Pattern.compile("/ack/[A-Za-z0-9_-]+");

    private static final String PLAN = """
            key: calling-%s
            name: Benchmark
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [adam]
            team: storage
            schedule: {duration: PT2H}
            roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: sol, role: safety-officer}]
            callTrees:
              - key: all
                message: {subject: Can you be reached, confirmQuestion: Where are you}
                pass: {reach: 1.0, within: PT30M}
                root: %s
            timeline: [{key: end, at: PT2H, endex: {}}]
            """;

    private final Installation installation;
    private final GreenMail post;
    private final HttpClient client = HttpClient.newHttpClient();

    private CallingOut(Installation installation, GreenMail post) {
        this.installation = installation;
        this.post = post;
    }

    static void onH2(String name) throws Exception {
        GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
        post.start();
        try (Installation installation = Installation.onH2(name, Map.of("QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", String.valueOf(post.getSmtp().getPort()), "QUARKUS_MAILER_MOCK", "false",
                "QUARKUS_MAILER_FROM", "blackstart@example.org"))) {
            new CallingOut(installation, post).measure();
        } finally {
            post.stop();
        }
    }

    private void measure() throws Exception {
        try (Connection database = installation.connect()) {
            people(database);
        }
        Api api = installation.api();
        String exercise = api.exercise(PLAN.formatted(UUID.randomUUID(), node(0)));
        api.begin(exercise);
        long before = installation.processes.get(0).residentKilobytes();
        long begun = System.nanoTime();
        String activation = api.post("carl", "/api/exercises/" + exercise + "/call-trees/all/activations", Map.of(), 201)
                .get("id").asText();
        double left = answerAll(begun);
        JsonNode over = await(api, activation);
        double all = (System.nanoTime() - begun) / 1e6;
        new Table("a tree of 500 on four levels, by SMTP", "mails", "reached", "first attempts left ms", "all reached ms",
                "result", "RSS before MB", "after MB").row(installation.label(), post.getReceivedMessages().length,
                        over.at("/figures/reached").asInt(), left, all, over.path("result").asText(), before / 1_024,
                        installation.processes.get(0).residentKilobytes() / 1_024)
                .print();
    }

    /** Presses the button of each mail when it comes. @return milliseconds until the last one had */
    private double answerAll(long begun) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        AtomicInteger failed = new AtomicInteger();
        try {
            int seen = 0;
            while (seen < PEOPLE) {
                MimeMessage[] mails = post.getReceivedMessages();
                for (; seen < mails.length; seen++) {
                    String text = text(mails[seen]);
                    hands.execute(() -> press(text, failed));
                }
                if (System.nanoTime() - begun > PATIENCE) {
                    throw new IllegalStateException("only " + seen + " mails came, " + failed + " buttons failed");
                }
                LockSupport.parkNanos(2_000_000);
            }
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            hands.shutdown();
        }
    }

    private void press(String text, AtomicInteger failed) {
        Matcher link = LINK.matcher(text);
        try {
            if (!link.find() || client.send(HttpRequest.newBuilder(base().resolve(link.group()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("answer=Here")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                failed.incrementAndGet();
            }
        } catch (IOException broken) {
            failed.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private URI base() {
        return installation.processes.get(0).base();
    }

    private static JsonNode await(Api api, String activation) {
        long end = System.nanoTime() + PATIENCE;
        JsonNode now;
        do {
            LockSupport.parkNanos(20_000_000);
            now = api.get("carl", "/api/activations/" + activation);
        } while (now.path("state").asText().equals("running") && System.nanoTime() < end);
        return now;
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return content instanceof String text ? text : "";
    }

    /** Somebody and everybody below them: each calls eight more, as long as there are. */
    private static String node(int number) {
        StringBuilder node = new StringBuilder("{person: p" + number + ", channels: [email], wait: PT20M");
        StringBuilder below = new StringBuilder();
        for (int next = number * WIDE + 1; next <= number * WIDE + WIDE && next < PEOPLE; next++) {
            below.append(below.isEmpty() ? "" : ", ").append(node(next));
        }
        return node.append(below.isEmpty() ? "" : ", calls: [" + below + "]").append("}").toString();
    }

    /** Straight into the directory: what is measured begins behind it. */
    private static void people(Connection database) throws Exception {
        try (PreparedStatement row = database.prepareStatement("insert into person (id, version, created_at, person_key, name,"
                + " email, platform_role, credential_version) values (?, 0, ?, ?, ?, ?, 'MEMBER', 0)")) {
            for (int i = 0; i < PEOPLE; i++) {
                row.setObject(1, UUID.randomUUID());
                row.setObject(2, OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
                row.setString(3, "p" + i);
                row.setString(4, "Person " + i);
                row.setString(5, "p" + i + "@example.org");
                row.addBatch();
            }
            row.executeBatch();
        }
    }
}
