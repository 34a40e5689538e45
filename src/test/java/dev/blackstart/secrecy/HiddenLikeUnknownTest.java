package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.blackstart.secrecy.Walker.Answer;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * What is hidden answers like what was never there: every route, every verb, every kind of input; and whoever may not do
 * something is told so before their input is looked at.
 */
@QuarkusTest
@TestProfile(OnH2.class)
class HiddenLikeUnknownTest {

    private static final List<Route> ROUTES = Route.all();
    private static final List<String> VERBS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Routes on which everybody of the roster may write. */
    private static final String TAKE_PART = ".*/(findings|notes|replies|attachments|concerns|hot-wash|check-ins?)";

    /** Routes on which readers of the published report may write: for everybody else there is none. */
    private static final String PUBLISHED = ".*/report/comments(/.*)?";

    private static final Map<String, BiFunction<Walker, String[], Answer>> CHANNELS = channels();

    @TestHTTPResource("/")
    URI base;

    private final Map<String, Walker> walkers = new ConcurrentHashMap<>();

    /** Ways to knock at a verb and an address. */
    private static Map<String, BiFunction<Walker, String[], Answer>> channels() {
        Map<String, BiFunction<Walker, String[], Answer>> channels = new LinkedHashMap<>();
        channels.put("nothing", (walker, at) -> walker.send(at[0], at[1], Map.of(), null));
        channels.put("JSON", (walker, at) -> walker.json(at[0], at[1], "{}"));
        channels.put("broken JSON", (walker, at) -> walker.json(at[0], at[1], "{\"to\": "));
        channels.put("JSON of another shape", (walker, at) -> walker.json(at[0], at[1], "[1, {\"to\": []}]"));
        channels.put("JSON with wrong words",
                (walker, at) -> walker.json(at[0], at[1], "{\"to\": \"nowhere\", \"text\": \"\"}"));
        channels.put("text", (walker, at) -> walker.send(at[0], at[1], Map.of("Content-Type", "text/plain"), "x"));
        channels.put("no known type", (walker, at) -> walker.send(at[0], at[1], Map.of("Content-Type", "no type"), "x"));
        channels.put("an answer nobody gives", (walker, at) -> walker.send(at[0], at[1], Map.of("Accept", "image/png"), null));
        channels.put("a form",
                (walker, at) -> at[0].equals("POST") ? walker.form(at[1], Map.of("to", "nowhere", "minutes", "x"))
                        : walker.send(at[0], at[1], Map.of(), null));
        channels.put("a form without its token", (walker, at) -> walker.send(at[0], at[1],
                Map.of("Content-Type", "application/x-www-form-urlencoded"), "to=paused"));
        return channels;
    }

    @Test
    void exercise_hidden_likeUnknown() {
        SecretExercise day = SecretExercise.unannounced();
        List<String> differences = Collections.synchronizedList(new ArrayList<>());
        List<String> addresses = addresses(day, "exercises");
        Walker.together(List.of("pia", "adam", "wilma"), person -> {
            for (String address : addresses) {
                compare(walker(person), address, differences, address.replace(day.id, UUID.randomUUID().toString()),
                        address.replace(day.id, "no-id-at-all"));
            }
        });
        compare(Walker.nobody(base), "/api/exercises/" + day.id, differences, "/api/exercises/" + UUID.randomUUID());
        assertThat(differences).isEmpty();
    }

    @Test
    void exercise_hidden_notFoundWhateverIsSent() {
        SecretExercise day = SecretExercise.unannounced();
        for (Route route : ROUTES) {
            if (!route.isOf("exercises")) {
                continue;
            }
            String address = first(day, route);
            List<Answer> answers = route.isRead() ? List.of(walker("wilma").get(address, "*/*"))
                    : route.isApi()
                            ? Stream.of("{}", "{\"to\": ", "[]", "{\"to\": \"nowhere\"}")
                                    .map(body -> walker("wilma").json(route.verb(), address, body)).toList()
                            : List.of(walker("wilma").form(address, Map.of("to", "nowhere", "minutes", "x")));
            assertThat(answers).as(route.toString()).extracting(Answer::status).containsOnly(404);
        }
    }

    /** Other spellings of an address reach the same route, or none; never one without its guard. */
    @Test
    void exercise_hidden_noSpellingOpensIt() {
        SecretExercise day = SecretExercise.unannounced();
        for (Route route : ROUTES) {
            if (route.isOf("exercises") && route.isRead()) {
                String address = first(day, route);
                for (String spelled : List.of(address.replace("exercises", "exercises;a=b"),
                        address.replace("exercises", "%65xercises"), address.replace("/exercises", "//exercises"),
                        address.replace(day.id, day.id + ";a=b"), address.replace(day.id, day.id.toUpperCase()),
                        address.replace(day.id, "%" + Integer.toHexString(day.id.charAt(0)) + day.id.substring(1)),
                        address + "/", address + ";a=b", address.replaceFirst("^/(api/)?", "/$1./"))) {
                    Answer answer = walker("wilma").get(spelled, "*/*");
                    assertThat(answer.status()).as(spelled).isIn(400, 404);
                    assertThat(day.markers.in(answer.body())).as(spelled).isEmpty();
                }
            }
        }
    }

    @Test
    void plan_hidden_likeUnknown() {
        SecretExercise day = SecretExercise.announced();
        List<String> differences = new ArrayList<>();
        for (String address : addresses(day, "plans")) {
            compare(walker("pia"), address, differences, address.replace(day.plan, "no" + day.plan.substring(2)));
            assertThat(walker("pia").get(address, "*/*").status()).isEqualTo(404);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void item_hiddenFromThosePlaying_likeUnknown() {
        SecretExercise day = SecretExercise.running();
        String unreleased = day.itemId("never-key");
        String unknown = UUID.randomUUID().toString();
        String timeline = "/api/exercises/" + day.id + "/timeline/";
        List<String> differences = new ArrayList<>();
        for (String name : List.of(unreleased, day.markers.of("never-key"), day.itemId("fault-key"))) {
            compare(walker("pia"), timeline + name + "/replies", differences, timeline + unknown + "/replies");
            compare(walker("pia"), timeline + name + "/transitions", differences, timeline + unknown + "/transitions");
            compare(walker("pia"), timeline.substring(4) + name, differences, timeline.substring(4) + unknown);
            for (String field : List.of("item", "drill")) {
                String findings = "/api/exercises/" + day.id + "/findings";
                String finding = "{\"text\": \"x\", \"%s\": \"%s\"}";
                assertThat(walker("pia").json("POST", findings, finding.formatted(field, name)).comparable())
                        .isEqualTo(walker("pia").json("POST", findings, finding.formatted(field, unknown)).comparable());
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void singlePoint_hidden_likeUnknown() {
        SecretExercise day = SecretExercise.running();
        String findings = "/api/exercises/" + day.id + "/findings";
        for (String person : List.of("noel", "olga", "adam")) {
            Map.of(findings, "text", "/api/defects", "title").forEach((path, field) -> {
                String body = "{\"" + field + "\": \"x\", \"singlePoint\": \"%s\"}";
                Answer hidden = walker(person).json("POST", path, body.formatted(day.point()));
                assertThat(hidden.status()).isEqualTo(422);
                assertThat(hidden.comparable())
                        .isEqualTo(walker(person).json("POST", path, body.formatted("S-0000")).comparable());
            });
            Answer page = walker(person).get("/defects/new?singlePoint=" + day.point(), "text/html");
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.comparable())
                    .isEqualTo(walker(person).get("/defects/new?singlePoint=S-0000", "text/html").comparable());
        }
    }

    @Test
    void control_byThosePlaying_refusedBeforeTheInputIsRead() {
        SecretExercise day = SecretExercise.running();
        for (Route route : ROUTES) {
            if (!route.isOf("exercises") || route.isRead() || route.path().matches(TAKE_PART)) {
                continue;
            }
            String address = first(day, route);
            for (String person : List.of("pia", "olga", "adam")) {
                List<Answer> answers = route.isApi()
                        ? Stream.of("{}", "{\"to\": ", "[]", "{\"to\": \"nowhere\"}")
                                .map(body -> walker(person).json(route.verb(), address, body)).toList()
                        : List.of(walker(person).form(address, Map.of("to", "nowhere", "minutes", "x")));
                assertThat(answers).as("%s %s", person, route).extracting(Answer::status)
                        .containsOnly(route.path().matches(PUBLISHED) ? 404 : 403);
            }
        }
    }

    /** Every verb and channel; each of the others differs from the hidden one in one part. */
    private static void compare(Walker walker, String hidden, List<String> differences, String... others) {
        for (String verb : VERBS) {
            CHANNELS.forEach((channel, knock) -> {
                Answer asked = knock.apply(walker, new String[] { verb, hidden });
                for (String unknown : others) {
                    int part = difference(hidden, unknown);
                    Answer one = asked.comparable(hidden.split("/")[part]);
                    Answer other = knock.apply(walker, new String[] { verb, unknown }).comparable(unknown.split("/")[part]);
                    if (!one.equals(other) || one.status() >= 500) {
                        differences.add("%s %s with %s: %s%n  but unknown %s".formatted(verb, hidden, channel, one.text(),
                                other.text()));
                    }
                }
            });
        }
    }

    private static int difference(String hidden, String unknown) {
        String[] parts = hidden.split("/");
        String[] others = unknown.split("/");
        return IntStream.range(0, parts.length).filter(i -> !parts[i].equals(others[i])).findFirst().orElseThrow();
    }

    /** One of each path; routes that differ in their verb alone share it. */
    private static List<String> addresses(SecretExercise day, String root) {
        return ROUTES.stream().filter(route -> route.isOf(root)).map(route -> first(day, route)).distinct().toList();
    }

    private static String first(SecretExercise day, Route route) {
        return day.addresses(route).get(0);
    }

    private Walker walker(String person) {
        return walkers.computeIfAbsent(person, name -> Walker.signedIn(name, base));
    }
}
