package dev.blackstart.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What auditors are given of closed exercises, and who may take it. */
@QuarkusTest
class EvidenceTest {

    private static final String DAY = """
            objectives: [{key: back, text: =Writes are back., capability: recover, target: PT5M}]
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, subject: It begins, text: Play.}}""";

    @Inject
    EvidenceAccess access;

    private static GameDay ended() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        day.move("dana", "ended").statusCode(200);
        return day;
    }

    private static GameDay closed() {
        GameDay day = ended().judged();
        day.move("dana", "closed").statusCode(200);
        return day;
    }

    /** Of which carl is a director, too. */
    private static GameDay directedByCarl() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        day.post("dana", "/roster", Map.of("person", "carl", "role", "director")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.judged().move("dana", "closed").statusCode(200);
        return day;
    }

    private static Map<String, byte[]> unzipped(Response answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Map<String, byte[]> pack(String person, GameDay day) throws IOException {
        return unzipped(GameDay.as(person).get("/api/exercises/" + day.id + "/evidence"));
    }

    private static String text(Map<String, byte[]> files, String path) {
        return files.entrySet().stream().filter(file -> file.getKey().endsWith(path)).findFirst()
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8)).orElseThrow();
    }

    private static JsonNode index(Map<String, byte[]> files) throws IOException {
        return new ObjectMapper().readTree(files.get("index.json"));
    }

    @Test
    void pack_closed_everyFileListedAndEveryChecksumRight() throws IOException {
        GameDay day = closed();
        Map<String, byte[]> files = pack("dana", day);
        String sums = text(files, "SHA256SUMS");
        assertThat(sums.lines()).hasSize(files.size() - 1).allSatisfy(line -> assertThat(line.substring(0, 64))
                .isEqualTo(DigestUtils.sha256Hex(files.get(line.substring(66)))));
        JsonNode index = index(files);
        assertThat(index.at("/exercises/0/id").asText()).isEqualTo(day.id);
        assertThat(index.at("/frameworks").findValuesAsText("name")).containsExactly("DORA", "SOC 2", "NIST SP 800-84",
                "ISO 22301", "HSEEP");
        List<String> listed = index.at("/exercises/0/files").findValuesAsText("path");
        assertThat(files.keySet()).containsAll(listed).contains("index.html", "index.css", "exercises.csv");
        assertThat(listed).hasSize(18).noneMatch(path -> path.contains("report.pdf"));
        assertThat(index.at("/exercises/0/notes").toString()).contains("No report was published");
        assertThat(text(files, "index.html")).contains("24(5)", "A1.3", "8.5 e)", "Hidden name of the plan");
    }

    @Test
    void pack_closed_holdsWhatWasRecorded() throws IOException {
        GameDay day = closed();
        Map<String, byte[]> files = pack("dana", day);
        assertThat(text(files, "plan.yaml")).startsWith("key: " + day.plan).contains("=Writes are back.");
        assertThat(text(files, "approvals.csv")).contains("adam,", ",approved");
        assertThat(text(files, "gate.csv")).contains("approvals,pass,false", "roles,pass");
        assertThat(text(files, "objectives.csv")).contains("'=Writes are back.").contains("not-exercised");
        assertThat(text(files, "roster.csv")).contains("pia,", ",player,");
        assertThat(text(files, "verification.json")).contains("\"valid\" : true");
        assertThat(text(files, "journal.jsonl").lines()).allMatch(line -> line.startsWith("{\"seq\":")
                && line.contains("\"salts\"")).anyMatch(line -> line.contains("\"type\":\"gate-evaluated\""));
    }

    @Test
    void pack_published_holdsTheCopyInEveryForm() throws IOException {
        GameDay day = ended();
        Map<String, Object> fields = Map.of("timeToDetect", "PT2M", "timeToRecover", "PT10M", "faultOrigin", "configuration",
                "resolution", "failover", "detectedBy", "alert", "impact", "None.", "security", "None.");
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("sections", Map.of("summary", "We **learned**."),
                "fields", fields)).put("/api/exercises/" + day.id + "/report").then().statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "published", "audience", "roster")).statusCode(200);
        day.judged().move("dana", "closed").statusCode(200);
        Map<String, byte[]> files = pack("adam", day);
        assertThat(text(files, "report/report.pdf")).startsWith("%PDF");
        assertThat(text(files, "report/report.md")).contains("We **learned**.");
        assertThat(text(files, "report/report.json")).contains("\"published\"");
        assertThat(text(files, "exercises.csv")).contains(",published");
    }

    @Test
    void pack_whoNeitherDirectsNorIsMaster_notFound() {
        GameDay day = closed();
        for (String person : List.of("pia", "olga", "carl", "eve", "sol", "wilma")) {
            day.get(person, "/evidence").statusCode(404);
            PageClient.as(person).get("/exercises/" + day.id + "/evidence").statusCode(404);
        }
        GameDay.as("dana").get("/api/exercises/" + UUID.randomUUID() + "/evidence").then().statusCode(404);
        PageClient.as("carl").get("/exercises/" + day.id).statusCode(200).body(not(containsString("Evidence pack")));
        PageClient.as("dana").get("/exercises/" + day.id).statusCode(200).body(containsString("Evidence pack"));
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200).body(containsString("Evidence pack"));
    }

    @Test
    void pack_notClosedOrRehearsed_conflictForThoseWhoMaySeeIt() {
        GameDay day = ended();
        day.get("dana", "/evidence").statusCode(409).body("detail", containsString("ended")).body("state", equalTo("ended"));
        day.get("carl", "/evidence").statusCode(404);
        GameDay rehearsed = GameDay.rehearsing(DAY, 60);
        rehearsed.get("dana", "/evidence").statusCode(409).body("detail", containsString("rehearsal"));
    }

    @Test
    void period_memberWhoDirected_takesTheirsAlone() throws IOException {
        GameDay theirs = directedByCarl();
        GameDay others = closed();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Map<String, byte[]> files = unzipped(GameDay.as("carl").get("/api/evidence?from=" + today + "&to=" + today));
        List<String> ids = index(files).at("/exercises").findValuesAsText("id");
        assertThat(ids).contains(theirs.id).doesNotContain(others.id);
        assertThat(text(files, "exercises.csv")).contains(theirs.plan).doesNotContain(others.plan);
        PageClient.as("carl").get("/evidence?from=" + today + "&to=" + today).statusCode(200)
                .body(containsString(theirs.id)).body(not(containsString(others.id)));
        GameDay.as("wilma").get("/api/evidence?from=" + today + "&to=" + today).then().statusCode(404);
    }

    @Test
    void period_readerPlays_exerciseLeftOutWithoutAWord() {
        GameDay open = closed();
        GameDay playsIn = GameDay.running(DAY);
        playsIn.awaitItem("open", "released");
        playsIn.post("dana", "/roster", Map.of("person", "adam", "role", "player")).statusCode(200);
        playsIn.move("dana", "ended").statusCode(200);
        playsIn.judged().move("dana", "closed").statusCode(200);
        playsIn.get("adam", "/evidence").statusCode(404);
        assertThat(ids("adam", true)).contains(open.id).doesNotContain(playsIn.id);
        assertThat(ids("dana", true)).contains(open.id, playsIn.id);
        assertThat(ids("pia", false)).isEmpty();
    }

    private List<String> ids(String person, boolean master) {
        Instant now = Instant.now();
        return QuarkusTransaction.requiringNew().call(() -> access.closed(person, master, now.minusSeconds(3_600),
                now.plusSeconds(3_600), Integer.MAX_VALUE).stream().map(exercise -> exercise.id.toString()).toList());
    }

    @Test
    void period_cannotBeRead_refusedByField() {
        GameDay.as("dana").get("/api/evidence").then().statusCode(422).body("field", equalTo("from"));
        GameDay.as("dana").get("/api/evidence?from=2031-01-01&to=yesterday").then().statusCode(422).body("field",
                equalTo("to"));
        GameDay.as("dana").get("/api/evidence?from=2031-01-02&to=2031-01-01").then().statusCode(422).body("field",
                equalTo("to"));
        GameDay.as("dana").get("/api/evidence?from=2031-01-01&to=2033-01-01").then().statusCode(422).body("detail",
                containsString("366 days"));
        GameDay.as("dana").get("/api/evidence?from=2031-01-01&to=2031-01-01").then().statusCode(404);
        PageClient.as("dana").get("/evidence?from=x&to=2031-01-01").statusCode(422).body(containsString("value=\"x\""));
        given().get("/api/evidence?from=2031-01-01&to=2031-01-01").then().statusCode(401);
    }
}
