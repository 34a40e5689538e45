package dev.blackstart.catalogue.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.blackstart.catalogue.Plans;
import dev.blackstart.catalogue.importing.PlanReading;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class PlanApiTest {

    /** Other tests, and other runs, may have left plans: each test has its own. */
    private final String key = "api-" + UUID.randomUUID();

    private String plan() {
        return Plans.minimal().replace("key: minimal", "key: " + key);
    }

    private static RequestSpecification as(String person) {
        return given().auth().preemptive().basic(person, "blackstart");
    }

    private static Response send(String person, String type, String body, String query) {
        return as(person).header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8)).post("/api/plans" + query);
    }

    private static ValidatableResponse importing(String body) {
        return send("dana", "application/yaml", body, "").then();
    }

    @Test
    void import_newThenSameThenOtherBytesThenChanged_revisions() {
        importing(plan()).statusCode(201).header("Location", containsString("/api/plans/" + key))
                .body("key", equalTo(key)).body("revision", equalTo(1)).body("warnings", hasSize(0));
        importing(plan()).statusCode(200).body("revision", equalTo(1));
        importing("# another comment\n" + plan()).statusCode(200).body("revision", equalTo(1));
        importing(plan().replace("The least", "A little")).statusCode(200).body("revision", equalTo(2));
        as("dana").get("/api/plans/" + key).then().statusCode(200).body("revision", equalTo(2))
                .body("name", equalTo("A little a plan says")).body("timeline[0].key", equalTo("end"))
                .body("importedBy", equalTo("dana"));
        as("dana").get("/api/plans/" + key + "?revision=1").then().body("name", equalTo("The least a plan says"));
    }

    @Test
    void import_asJson_sameRevisionAsYaml() {
        importing(plan()).statusCode(201);
        String json = PlanReading.of(plan().getBytes(StandardCharsets.UTF_8), Plans.KNOWN).tree().toPrettyString();
        send("dana", "application/json", json, "").then().statusCode(200).body("revision", equalTo(1));
        send("dana", "text/yaml", plan(), "").then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void import_mistakes_toldTogetherAndNothingKept() {
        importing(plan().replace("owner: dana", "owner: dany").replace("intensity: 1", "intensity: 7"))
                .statusCode(422).contentType("application/problem+json").body("violations", hasSize(2))
                .body("violations[0].pointer", equalTo("/intensity")).body("violations[0].line", equalTo(4))
                .body("violations[1].message", equalTo("Nobody has the key 'dany'. Did you mean 'dana'?"));
        as("dana").get("/api/plans/" + key).then().statusCode(404);
        importing("").statusCode(422).body("violations[0].message", equalTo("The file is empty."));
        send("dana", "application/json", "{\"key\": ", "").then().statusCode(422).body("violations", hasSize(1));
        send("dana", "text/plain", plan(), "").then().statusCode(415);
    }

    @Test
    void import_warnings_toldAndTaken() {
        importing(plan().replace("timeline:", "offLimits: [ledger]\ntimeline:")).statusCode(201)
                .body("warnings[0].pointer", equalTo("/offLimits/0")).body("warnings[0].line", equalTo(10));
    }

    @Test
    void dryRun_changesNothing() {
        send("dana", "application/yaml", plan(), "?dryRun=true").then().statusCode(200).body("revision", equalTo(1));
        as("dana").get("/api/plans/" + key).then().statusCode(404);
        importing(plan()).statusCode(201);
        send("dana", "application/yaml", plan().replace("The least", "More"), "?dryRun=true").then().statusCode(200)
                .body("revision", equalTo(2));
        as("dana").get("/api/plans/" + key).then().body("revision", equalTo(1));
        send("dana", "application/yaml", "key: [", "?dryRun=true").then().statusCode(422);
    }

    @Test
    void export_givesTheImportedBytes() {
        String text = "# Übung 🌋 — said twice\r\n" + plan() + "\n\n";
        importing(text).statusCode(201);
        byte[] exported = as("dana").accept("application/yaml").get("/api/plans/" + key).then().statusCode(200)
                .contentType("application/yaml").extract().asByteArray();
        assertThat(exported).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        as("dana").accept("*/*").get("/api/plans/" + key).then().contentType("application/json");
    }

    @Test
    void import_notMaster_refusedBeforeTheBodyIsRead() {
        for (String body : List.of(plan(), "key: [", "")) {
            send("carl", "application/yaml", body, "").then().statusCode(403).body("violations", nullValue());
        }
        given().header("Content-Type", "application/yaml").body(plan().getBytes(StandardCharsets.UTF_8)).post("/api/plans")
                .then().statusCode(401);
    }

    @Test
    void read_onlyMastersOwnerApproversControlStaff() {
        importing(plan().replace("owner: dana", "owner: olga\napprovers: [eve]")).statusCode(201);
        for (String reader : List.of("dana", "adam", "olga", "eve", "carl")) {
            as(reader).get("/api/plans/" + key).then().statusCode(200);
            as(reader).accept("application/yaml").get("/api/plans/" + key).then().statusCode(200);
            assertThat(listed(reader)).contains(key);
        }
        for (String stranger : List.of("pia", "sol", "wim")) {
            for (String accept : List.of("application/json", "application/yaml")) {
                Response hidden = as(stranger).accept(accept).get("/api/plans/" + key);
                Response unknown = as(stranger).accept(accept).get("/api/plans/" + key.replace("api", "not"));
                assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
                assertThat(hidden.asString()).isEqualTo(unknown.asString());
            }
            assertThat(listed(stranger)).doesNotContain(key);
        }
    }

    @Test
    void read_nextRevisionDropsAReader_hiddenFromThem() {
        importing(plan()).statusCode(201);
        as("carl").get("/api/plans/" + key).then().statusCode(200);
        importing(plan().replace("{person: carl, role: controller}", "{person: sol, role: controller}")).statusCode(200);
        as("carl").get("/api/plans/" + key).then().statusCode(404);
        as("sol").get("/api/plans/" + key).then().statusCode(200);
    }

    @Test
    void list_goesOnAfterItsCursor() {
        importing(plan()).statusCode(201);
        importing(plan().replace("key: " + key, "key: " + key + "x")).statusCode(201);
        String last = as("dana").get("/api/plans?limit=1&after=" + key.substring(0, key.length() - 1)).then().statusCode(200)
                .body("items", hasSize(1)).extract().path("next");
        assertThat(last).isNotNull();
        as("dana").get("/api/plans?limit=1000&after=" + key).then().body("items.key", not(hasItem(key)))
                .body("items.key", hasItem(key + "x")).body("next", nullValue());
        as("dana").get("/api/plans?limit=0").then().statusCode(422);
        as("dana").get("/api/plans?limit=many").then().statusCode(422).body("field", is("limit"));
    }

    @Test
    void import_eightAtOnce_oneRevision() throws Exception {
        assertThat(atOnce(i -> plan())).containsOnly(200, 201).containsOnlyOnce(201);
        as("dana").get("/api/plans/" + key).then().body("revision", equalTo(1));
        assertThat(atOnce(i -> plan().replace("The least", "Number " + i))).containsOnly(200);
        as("dana").get("/api/plans/" + key).then().body("revision", equalTo(9));
    }

    private static List<Integer> atOnce(java.util.function.IntFunction<String> body) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CyclicBarrier start = new CyclicBarrier(8);
            List<Callable<Integer>> calls = IntStream.range(0, 8).<Callable<Integer>> mapToObj(i -> () -> {
                start.await();
                return importing(body.apply(i)).extract().statusCode();
            }).toList();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(calls)) {
                statuses.add(one.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void import_tooLarge_refused() {
        importing(plan() + "#" + "x".repeat(1_000_000)).statusCode(422).body("violations", hasSize(1));
    }

    private static List<String> listed(String person) {
        return as(person).get("/api/plans?limit=1000").then().statusCode(200).extract().path("items.key");
    }
}
