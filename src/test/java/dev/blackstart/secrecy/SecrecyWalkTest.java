package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.blackstart.secrecy.Walker.Answer;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

/**
 * Walks every route that reads, as everybody who is not control staff, in every phase of an exercise whose every text is a
 * marker:
 * nobody finds a marker that is not theirs yet. A route the walk cannot fill fails it.
 */
@QuarkusTest
@TestProfile(OnH2.class)
class SecrecyWalkTest {

    private static final List<String> KEPT_IN_THE_DARK = List.of("pia", "noel", "olga", "adam", "pete", "wim", "wilma");

    private static final List<String> ALL_READERS = Stream.concat(KEPT_IN_THE_DARK.stream(), Stream.of("dana")).toList();

    /** Masters of disaster read plans and find them, but not while they play in a live exercise of them. */
    private static final String PLANS = "/(api/)?plans.*|/schedule|/pick/plans.*|/api/search|/library"
            + "|/(api/)?insight/assumptions.*";

    private static final List<Route> ROUTES = Route.all();

    @TestHTTPResource("/")
    URI base;

    private final Map<String, Walker> walkers = new ConcurrentHashMap<>();

    static List<Phase> phases() {
        return List.of(new Phase("draft", SecretExercise::draft), new Phase("announced", SecretExercise::announced),
                new Phase("window", SecretExercise::window), new Phase("unannounced", SecretExercise::unannounced),
                new Phase("time known to few", SecretExercise::timeKnownToDana),
                new Phase("cancelled", SecretExercise::cancelled),
                new Phase("rehearsed", SecretExercise::rehearsed), new Phase("running", SecretExercise::running),
                new Phase("revealed", SecretExercise::revealed), new Phase("paused", () -> SecretExercise.running().paused()),
                new Phase("ended", () -> SecretExercise.running().ended()),
                new Phase("published to the roster", () -> SecretExercise.running().ended().publishedToTheRoster()),
                new Phase("published to the organisation",
                        () -> SecretExercise.running().ended().publishedToTheOrganisation()));
    }

    record Phase(String name, Supplier<SecretExercise> reached) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("phases")
    void read_everyRoute_nobodyFindsWhatIsNotTheirs(Phase phase) {
        SecretExercise day = phase.reached().get();
        List<String> leaks = Collections.synchronizedList(new ArrayList<>());
        ROUTES.stream().filter(Route::isRead).forEach(day::addresses); // asked for before many walk at once
        Set<String> known = new TreeSet<>();
        Walker.together(ALL_READERS, person -> {
            if (person.equals("dana")) {
                known.addAll(walk(day, walker(person), new ArrayList<>()));
                return;
            }
            Set<String> found = walk(day, walker(person), leaks);
            if (day.markers.mayKnow(person, "title") && day.markers.mayKnow(person, "briefing")) {
                assertThat(found).as("what %s learns", person).contains("title", "briefing");
            }
            if (day.markers.mayKnow(person, "preparation-neutral")) {
                assertThat(found).as("what %s prepares", person).contains("preparation-neutral", "preparation-comment");
            }
        });
        assertThat(known).as("what the director reads: else the walk would pass over anything")
                .contains("plan-name", "story", "hypothesis", "fault-instruction", "never-text", "option-go", "drill-key");
        walk(day, Walker.nobody(base), leaks);
        assertThat(leaks).isEmpty();
    }

    @Test
    void read_dateKnownToFew_keptFromOtherControlStaff() {
        SecretExercise day = SecretExercise.timeKnownToDana();
        assertThat(walk(day, walker("dana"), new ArrayList<>())).contains("start-date");
        assertThat(walk(day, walker("carl"), new ArrayList<>())).contains("plan-name").doesNotContain("start-date");
        SecretExercise ordinary = SecretExercise.window();
        assertThat(walk(ordinary, walker("carl"), new ArrayList<>())).contains("start-date");
    }

    /** What this walker finds anywhere; what they should not is told. */
    private static Set<String> walk(SecretExercise day, Walker walker, List<String> leaks) {
        Set<String> found = new TreeSet<>();
        String plans = day.isOver() ? PLANS : "";
        for (Route route : ROUTES) {
            for (String address : route.isRead() ? day.addresses(route) : List.<String> of()) {
                boolean asMaster = "adam".equals(walker.person) && address.matches(plans);
                for (String accept : accepts(route)) {
                    look(day, walker, address, walker.get(address, accept), found, asMaster ? new ArrayList<>() : leaks);
                }
                if (route.takesQuery()) {
                    look(day, walker, address, walker.get(address + "?limit=1&revision=1", "*/*"), found,
                            asMaster ? new ArrayList<>() : leaks);
                }
            }
        }
        return found;
    }

    private static List<String> accepts(Route route) {
        return route.produces().isEmpty() ? List.of("*/*")
                : route.produces().stream().map(type -> type.replaceFirst(";.*", "")).toList();
    }

    private static void look(SecretExercise day, Walker walker, String address, Answer answer, Set<String> found,
            List<String> leaks) {
        List<String> here = day.markers.in(answer.text());
        found.addAll(here);
        String reader = String.valueOf(walker.person);
        here.stream().filter(what -> !address.contains(day.markers.of(what)) && !day.markers.mayKnow(reader, what))
                .forEach(what -> leaks.add("%s learns %s from %s (%d)".formatted(reader, what, address, answer.status())));
        if (walker.person == null && answer.status() == 200 && !address.startsWith("/login")) {
            leaks.add("nobody reads " + address);
        }
        if (answer.status() >= 500) {
            leaks.add("%s breaks %s (%d)".formatted(reader, address, answer.status()));
        }
        if (address.contains(day.id + "/journal") && !reader.equals("dana") && !reader.equals("carl")
                && answer.text().matches("(?s).*(\"(seq|next)\":\\d|\"hash\"|\\nid: ?\\d+\\n).*")) {
            leaks.add("%s counts entries in %s".formatted(reader, address));
        }
    }

    @Test
    void openApi_publicAndOfTheApiAlone_everyRouteOfItIsWalked() {
        Map<String, Map<String, Object>> paths = RestAssured.given().accept("application/json").get("/q/openapi?format=json")
                .then().statusCode(200).extract().path("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, verbs) -> verbs.keySet().stream().filter(verb -> verb.matches("get|post|put|patch|delete"))
                .forEach(verb -> described.add(verb.toUpperCase() + " " + path)));
        Set<String> walked = new TreeSet<>(ROUTES.stream().filter(route -> route.path().startsWith("/api"))
                .map(Route::toString).toList());
        assertThat(described).isNotEmpty().isEqualTo(walked);
    }

    private Walker walker(String person) {
        return walkers.computeIfAbsent(person, name -> Walker.signedIn(name, base));
    }
}
