package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * What one exercise says of another goes through the reader's sight of that other one: every route that reads, as people who
 * are
 * control staff of one exercise and players in another, or for whom another does not exist.
 */
@QuarkusTest
@TestProfile(OnH2.class)
class CrossedCastTest {

    private static final List<String> CAST = List.of("eve", "nora", "wim", "adam", "carl", "wilma");

    @TestHTTPResource("/")
    URI base;

    private CrossedDays days;
    private final Map<Route, List<String>> addresses = new HashMap<>();

    @BeforeEach
    void cross() {
        days = new CrossedDays();
        Route.all().stream().filter(Route::isRead).forEach(route -> addresses.put(route, route.fill(days::names)));
    }

    /** No exercise of this test is left running: its control staff and players are others' too. */
    @AfterEach
    void end() {
        if (days != null) {
            days.end();
        }
    }

    @Test
    void read_everyRoute_nobodyFindsTextsOfAnExerciseHiddenFromThem() {
        List<String> leaks = Collections.synchronizedList(new ArrayList<>());
        Map<String, Set<String>> found = Collections.synchronizedMap(new HashMap<>());
        Walker.together(CAST, person -> found.put(person, walk(person, leaks)));
        assertThat(leaks).isEmpty();
        assertThat(found.get("eve")).as("who evaluates a reads it").contains("a-name", "a-defect", "a-action", "a-finding");
        assertThat(found.get("wim")).as("who controls b reads it").contains("b-name", "b-reason", "b-finding", "b-override");
        assertThat(found.get("nora")).as("who directs c reads it").contains("c-name", "c-hypothesis", "target");
        assertThat(found.get("adam")).as("an administrator reads what he does not play in").contains("a-name", "c-name");
    }

    private Set<String> walk(String person, List<String> leaks) {
        Walker walker = Walker.signedIn(person, base);
        Set<String> found = new TreeSet<>();
        addresses.forEach((route, filled) -> {
            List<String> accepts = route.produces().isEmpty() ? List.of("*/*") : route.produces();
            for (String address : filled) {
                for (String accept : accepts) {
                    Walker.Answer answer = walker.get(address, accept.replaceFirst(";.*", ""));
                    List<String> here = days.markers.in(answer.text());
                    found.addAll(here);
                    here.stream()
                            .filter(what -> !address.contains(days.markers.of(what)) && !days.markers.mayKnow(person, what))
                            .forEach(what -> leaks.add("%s learns %s from %s (%d)".formatted(person, what, address,
                                    answer.status())));
                    if (answer.status() >= 500) {
                        leaks.add("%s breaks %s (%d)".formatted(person, address, answer.status()));
                    }
                }
            }
        });
        return found;
    }

    @Test
    void defect_retestedInARunningExercise_resultUnknownToItsPlayersUntilItIsOver() {
        assertThat(retests("dana")).hasSize(1).first().satisfies(one -> assertThat(one).containsEntry("counted", false));
        assertThat(retests("eve")).isEmpty();
        assertThat(retests("carl")).isEmpty();
        assertThat(GameDay.as("eve").get("/api/defects?exercise=" + days.b).jsonPath().getList("items")).isEmpty();
        assertThat(report("dana")).singleElement().asString().contains(days.markers.of("b-name"));
        assertThat(report("eve")).isEmpty();
        days.end();
        GameDay.as("dana").get("/api/defects/" + days.defect).then().statusCode(200); // what ended is settled
        assertThat(retests("eve")).hasSize(1).first()
                .satisfies(one -> assertThat(one).containsEntry("result", "passed").doesNotContainKeys("exercise", "name"));
        assertThat(report("eve")).containsExactly("Another exercise: passed");
    }

    private List<Map<String, Object>> retests(String person) {
        return GameDay.as(person).get("/api/defects/" + days.defect).then().statusCode(200).extract().path("retests");
    }

    private List<String> report(String person) {
        return GameDay.as(person).get("/api/exercises/" + days.a + "/report").then().statusCode(200).extract().jsonPath()
                .getList("followup.chains.retests.flatten()");
    }

    /** Of a defect and an action of another exercise the journal holds ids alone, whoever reads it. */
    @Test
    void journal_ofAnExerciseThatRetests_namesAnothersDefectByIdAlone() {
        days.end();
        GameDay.as("dana").get("/api/defects/" + days.defect).then().statusCode(200);
        List<Map<String, Object>> entries = GameDay.as("wim").get("/api/exercises/" + days.b + "/journal?limit=1000").then()
                .statusCode(200).extract().path("entries");
        assertThat(entries).extracting(entry -> entry.get("type"))
                .contains("finding-triaged", "recurrence-alarm", "action-verified", "defect-verified");
        assertThat(entries).filteredOn(entry -> entry.get("type").toString().matches("(action|defect)-.*|recurrence-.*"))
                .extracting(entry -> (Map<?, ?>) entry.get("data")).allSatisfy(data -> {
                    assertThat(data.get("defectId")).isEqualTo(days.defect);
                    assertThat(data.get("title")).isNull();
                    assertThat(data.get("owner")).isNull();
                });
    }

    /** Whoever plays in a running exercise reads the same answer whether it touches their target or not. */
    @Test
    void gate_directorPlaysElsewhere_sameAnswerWhateverIsTouchedThere() {
        String free = days.another("{person: nora, role: director}");
        assertThat(targets("nora", days.c)).isEqualTo(targets("nora", free)).containsEntry("result", "fail");
        assertThat(targets("nora", days.c).get("advice").toString()).doesNotContain(days.markers.of("target"));
        String others = days.another("{person: carl, role: controller}");
        assertThat(targets("carl", others)).containsEntry("result", "pass");
        days.end();
        assertThat(targets("nora", days.c)).containsEntry("result", "pass");
    }

    private static Map<String, Object> targets(String person, String exercise) {
        return GameDay.as(person).get("/api/exercises/" + exercise + "/gate").then().statusCode(200).extract()
                .path("checks.find { it.key == 'targets' }");
    }

    /** A master who plays reads neither the plan nor what else is made of it, until it is over. */
    @Test
    void plan_ofARunningExercise_doesNotExistForMastersWhoPlay() {
        String plan = days.markers.of("b-key");
        String later = days.again("b");
        for (String path : List.of("/api/plans/" + plan, "/api/plans/" + plan + "?revision=1",
                "/api/plans/" + plan + "/approvals", "/api/exercises/" + later, "/api/exercises/" + later + "/timeline")) {
            GameDay.as("adam").get(path).then().statusCode(404);
        }
        GameDay.as("adam").contentType("application/json").body(Map.of("plan", plan)).post("/api/exercises").then()
                .statusCode(422);
        assertThat(GameDay.as("adam").contentType("application/yaml").body(GameDay.as("dana").accept("application/yaml")
                .get("/api/plans/" + plan).asByteArray()).post("/api/plans?dryRun=true").statusCode()).isEqualTo(422);
        GameDay.as("wim").get("/api/plans/" + plan).then().statusCode(200);
        GameDay.as("dana").contentType("application/json").body(Map.of("to", "cancelled", "reason", "Only a test."))
                .post("/api/exercises/" + later + "/transitions").then().statusCode(200);
        days.end();
        GameDay.as("adam").get("/api/plans/" + plan).then().statusCode(200);
    }
}
