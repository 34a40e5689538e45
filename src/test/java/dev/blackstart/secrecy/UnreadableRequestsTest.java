package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.secrecy.Walker.Answer;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Every route that takes something refuses what is empty, broken, doubled or of another type, and never fails. Its requests
 * delete teams, systems and people: by its name it is the last class on H2.
 */
@QuarkusTest
@TestProfile(OnH2.class)
class UnreadableRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=b";

    private static final List<String> JSON = List.of("", "{}", "[]", "null", "7", "\"text\"", "{\"to\": ", "{\"to\": null}",
            "{\"to\": 5, \"text\": 5, \"title\": [], \"reason\": {}}", "{\"text\": null, \"title\": null, \"person\": null}",
            "{\"to\": \"done\", \"to\": \"done\"}", "[".repeat(2_000), "{\"a\":".repeat(2_000), "{\"points\": 1e400000000}",
            "{\"at\": 1806199800, \"startsAt\": 1806199800, \"observedAt\": 1.5}", "{\"text\": \"\\u0000\"}",
            "{\"n\": " + "9".repeat(3_000) + "}", "\u00ff\u00fe{}");

    private static final List<String> FORMS = List.of("", "&", "=", "to", "to=&to=", "to=done&to=done&text=a&text=b",
            "minutes=x&points=x&version=x&activation=x&id=x&page=-1", "to=%00&text=%00", "to=%ZZ", "text=%ED%A0%BD");

    private static final List<String> PARTS = List.of("", "--b", "--b\r\n", "--b--", "no boundary at all",
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: no type\r\n\r\nx\r\n--b--\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx", "--b\r\nno header\r\n\r\n\r\n--b--");

    @TestHTTPResource("/")
    URI base;

    @Test
    void brokenInput_everyRoute_isRefusedInASentence() {
        SecretExercise day = SecretExercise.running();
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        List<Route> written = Route.all().stream()
                .filter(route -> !route.isRead() && !route.path().contains("no-duff")).toList();
        written.forEach(route -> address(day, route)); // asked for before many send at once
        Walker.together(List.of("dana", "carl", "pia"), person -> {
            Walker walker = Walker.signedIn(person, base);
            written.forEach(route -> address(day, route).forEach(address -> requests(walker, route, address)
                    .forEach((what, answer) -> note(person + " " + route.verb() + " " + address + " " + what, answer,
                            failures))));
        });
        assertThat(failures).isEmpty();
    }

    private static Map<String, Answer> requests(Walker walker, Route route, String address) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        if (route.isApi()) {
            JSON.forEach(body -> answers.put(body, walker.json(route.verb(), address, body)));
        } else {
            FORMS.forEach(body -> answers.put(body, walker.raw(address, FORM, body)));
        }
        PARTS.forEach(body -> answers.put(body, walker.raw(address, MULTIPART, body)));
        answers.put("no type", walker.raw(address, "multipart/form-data", "x"));
        return answers;
    }

    private static void note(String request, Answer answer, List<String> failures) {
        if (answer.status() >= 500) {
            failures.add(request + " -> " + answer.status());
        }
    }

    /** Of what nobody knows an address for, one that leads nowhere has to do. */
    private static List<String> address(SecretExercise day, Route route) {
        try {
            return day.addresses(route).subList(0, 1);
        } catch (AssertionError unknown) {
            return List.of(route.path().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"));
        }
    }
}
