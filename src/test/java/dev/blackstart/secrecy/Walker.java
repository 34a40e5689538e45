package dev.blackstart.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import dev.blackstart.people.DemoPeople;

/** One person with a browser and a script: signed in to the pages by the form and to the API by Basic, or nobody. */
final class Walker {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final String CSRF = "blackstart-csrf";
    private static final Pattern TICKING = Pattern
            .compile("<output [^>]*data-server-now[^>]*>[^<]*</output>|<time [^>]*data-ticks>[^<]*</time>");
    private static final String FORM = "application/x-www-form-urlencoded";

    final String person;
    private final URI base;
    private final String cookies;
    private final String token;

    private Walker(String person, URI base, String cookies, String token) {
        this.person = person;
        this.base = base;
        this.cookies = cookies;
        this.token = token;
    }

    /** Several people walk at once: most of their time streams are waited for to be quiet. */
    static void together(List<String> people, Consumer<String> walk) {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            CompletableFuture
                    .allOf(people.stream().map(person -> CompletableFuture.runAsync(() -> walk.accept(person), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    static Walker nobody(URI base) {
        return new Walker(null, base, "", "");
    }

    static Walker signedIn(String person, URI base) {
        Walker nobody = nobody(base);
        Answer in = nobody.send("POST", "/sign-in", Map.of("Content-Type", FORM, "Sec-Fetch-Site", "same-origin"),
                "j_username=" + person + "&j_password=" + DemoPeople.PASSWORD);
        String session = cookie(in, "blackstart-session");
        Answer page = new Walker(person, base, session, "").send("GET", "/directory", Map.of(), null);
        String csrf = cookie(page, CSRF);
        return new Walker(person, base, session + "; " + csrf, csrf.substring(csrf.indexOf('=') + 1));
    }

    private static String cookie(Answer answer, String name) {
        return answer.headers().getOrDefault("set-cookie", List.of()).stream().filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(0, one.indexOf(';'))).findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + answer));
    }

    /** What came back, as far as it tells anything: without the date, and without the cookies that every visit renews. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        /** Everything a reader could find something in. */
        String text() {
            return status + "\n" + headers + "\n" + body;
        }

        /** Without what differs between two answers of any kind: the clocks of the banner go on. */
        Answer comparable() {
            return without(UnaryOperator.identity());
        }

        /**
         * Likewise, where a page or a redirect may repeat the address that was asked for.
         *
         * @param asked the part of the address that is this answer's own
         */
        Answer comparable(String asked) {
            return without(text -> text.replace(asked, "asked"));
        }

        private Answer without(UnaryOperator<String> echo) {
            Map<String, List<String>> telling = new TreeMap<>();
            headers.forEach((name, values) -> telling.put(name, values.stream().map(echo).toList()));
            telling.keySet().removeAll(List.of("date", "set-cookie"));
            String still = echo.apply(TICKING.matcher(body).replaceAll(""));
            if (!still.equals(body)) {
                telling.remove("content-length");
            }
            return new Answer(status, telling, still);
        }
    }

    Answer get(String address, String accept) {
        return send("GET", address, Map.of("Accept", accept), null);
    }

    /** A page route takes a form with the token. */
    Answer form(String address, Map<String, String> fields) {
        StringBuilder body = new StringBuilder("csrf-token=" + encoded(token));
        fields.forEach((name, value) -> body.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return send("POST", address, Map.of("Content-Type", FORM), body.toString());
    }

    /** A body as it is, with the token where a script sends it. */
    Answer raw(String address, String type, String body) {
        return send("POST", address, Map.of("Content-Type", type, "X-CSRF-TOKEN", token), body);
    }

    Answer json(String verb, String address, String body) {
        return send(verb, address, Map.of("Content-Type", "application/json"), body);
    }

    Answer send(String verb, String address, Map<String, String> headers, String body) {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(base.getScheme() + "://" + base.getAuthority() + address))
                .timeout(Duration.ofSeconds(20)).method(verb, sent);
        headers.forEach(request::setHeader);
        boolean api = address.matches("/+api.*");
        if (api && person != null) {
            request.setHeader("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((person + ":" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        } else if (!api && !cookies.isEmpty()) {
            request.setHeader("Cookie", cookies);
        }
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                boolean streams = response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                String text = streams ? beginning(in)
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Map<String, List<String>> lower = new TreeMap<>();
                response.headers().map().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
                return new Answer(response.statusCode(), lower, text);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(verb + " " + address, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A stream does not end: what is there until it is quiet for a moment. */
    private static String beginning(InputStream in) {
        StringBuilder text = new StringBuilder();
        AtomicLong quietSince = new AtomicLong(System.nanoTime());
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
            int ready = in.available();
            if (ready > 0) {
                text.append(new String(in.readNBytes(ready), StandardCharsets.UTF_8));
                quietSince.set(System.nanoTime());
            }
            return System.nanoTime() - quietSince.get() >= QUIET.toNanos();
        });
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
