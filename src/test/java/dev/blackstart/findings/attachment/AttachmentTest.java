package dev.blackstart.findings.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.findings.Attachments;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Pictures of findings: kept once, harmless, told to those who may know, and served so that no browser runs them. */
@QuarkusTest
class AttachmentTest {

    private static final String TIMELINE = """
            timeline:
              - {key: hello, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: hidden, manual: true, task: {of: carl, text: Look.}}
            """;

    private static final byte[] PHOTO = Pictures.photo(640, 480, 6);
    private static final int TEN = 10 * 1024 * 1024;

    @Test
    void add_photo_keptUprightWithoutItsPlaceAndTold() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "The page is red."));
        String id = form("pia", PHOTO, "IMG_1.png").post(to(finding)).then().statusCode(201).body("name", is("IMG_1.jpg"))
                .body("type", is("image/jpeg")).body("width", is(480)).body("height", is(640)).extract().path("id");
        Response read = read(day, "noel", id);
        read.then().statusCode(200).contentType("image/jpeg");
        assertThat(new String(read.asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", Pictures.PLACE);
        assertThat(Pictures.read(read.asByteArray()).getHeight()).isEqualTo(640);
        assertThat(GameDay.as("noel").get(at(day, id) + "?preview=true").asByteArray().length)
                .isLessThan(read.asByteArray().length);
        day.get("noel", "/findings").body("items[0].attachments.id", is(List.of(id)))
                .body("items[0].attachments[0].size", is(read.asByteArray().length));
        assertThat(JournalProbe.facts(day, "attachment-added")).singleElement().satisfies(facts -> {
            assertThat(facts.path("attachment").asText()).isEqualTo(id);
            assertThat(facts.path("finding").asText()).isEqualTo(finding);
            assertThat(facts.path("name").asText()).isEqualTo("IMG_1.jpg");
            assertThat(facts.path("size").asInt()).isEqualTo(read.asByteArray().length);
        });
        assertThat(JournalProbe.of(day, "attachment-added")).extracting(entry -> entry.actor + " " + entry.audience)
                .containsExactly("pia roster");
    }

    @Test
    void add_sameIdAgain_keptOnce() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        String id = UUID.randomUUID().toString();
        for (int status : List.of(201, 200)) {
            raw("pia", PHOTO, "image/jpeg").queryParam("id", id).queryParam("name", "a.jpg").post(to(finding)).then()
                    .statusCode(status).body("id", is(id));
        }
        raw("pia", Pictures.png(3, 3), "image/png").queryParam("id", id).post(to(finding)).then().statusCode(409);
        raw("pia", PHOTO, "image/jpeg").queryParam("id", id).post(to(finding(day, "pia", Map.of("text", "y")))).then()
                .statusCode(409);
        day.move("dana", "ended").statusCode(200);
        List<String> findings = day.get("dana", "/findings").extract().path("items.id");
        findings.forEach(each -> GameDay.as("carl").contentType("application/json").body(Map.of("state", "noted"))
                .patch("/api/findings/" + each).then().statusCode(200));
        day.judged().move("dana", "closed").statusCode(200);
        raw("pia", PHOTO, "image/jpeg").queryParam("id", id).post(to(finding)).then().statusCode(200);
        raw("pia", PHOTO, "image/jpeg").post(to(finding)).then().statusCode(409);
        assertThat(JournalProbe.of(day, "attachment-added")).hasSize(1);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "pia,201", "carl,201", "dana,201", "pete,403", "olga,403", "wilma,404" })
    void add_byWhom(String person, int status) {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        form(person, PHOTO, "a.jpg").post(to(finding)).then().statusCode(status);
        form(person, "<html>".getBytes(StandardCharsets.UTF_8), "a.jpg").post(to(finding)).then()
                .statusCode(status == 201 ? 422 : status);
    }

    @Test
    void add_htmlNamedPng_refusedWithASentenceAndNothingKept() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        form("pia", page, "shot.png").post(to(finding)).then().statusCode(422).body("field", is("file"))
                .body("detail", containsString("“shot.png” is not a picture"));
        for (String type : List.of("image/png", "text/plain", "application/octet-stream")) {
            raw("pia", page, type).queryParam("name", "shot.png").post(to(finding)).then().statusCode(422);
        }
        raw("pia", page, "text/html").post(to(finding)).then().statusCode(415);
        form("pia", Pictures.bomb(50_000, 50_000), "shot.png").post(to(finding)).then().statusCode(422);
        form("pia", new byte[0], "shot.png").post(to(finding)).then().statusCode(422);
        day.get("pia", "/findings").body("items[0].attachments", is(List.of()));
        assertThat(JournalProbe.of(day, "attachment-added")).isEmpty();
    }

    @Test
    void add_tenMegabytes_keptAndNotOneByteMore() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        byte[] ten = new byte[TEN];
        Arrays.fill(ten, (byte) 'x');
        String id = form("pia", ten, "log.txt").post(to(finding)).then().statusCode(201).body("size", is(TEN)).extract()
                .path("id");
        assertThat(read(day, "carl", id).asByteArray()).hasSize(TEN);
        byte[] more = Arrays.copyOf(ten, TEN + 1);
        for (RequestSpecification sent : List.of(form("pia", more, "log.txt"), raw("pia", more, "text/plain"))) {
            sent.post(to(finding)).then().statusCode(413).body("detail", containsString("10 MB"));
        }
        day.get("pia", "/findings").body("items[0].attachments.size()", is(1));
    }

    @Test
    void send_largerThanTwoMegabytesElsewhere_refused() {
        GameDay day = GameDay.running(TIMELINE);
        byte[] three = new byte[3 * 1024 * 1024];
        Arrays.fill(three, (byte) 'x');
        GameDay.as("dana").contentType("application/yaml").body(three).post("/api/plans").then().statusCode(413)
                .body("detail", containsString("2 MB"));
        GameDay.as("pia").contentType("application/json").body(three).post("/api/exercises/" + day.id + "/notes").then()
                .statusCode(413);
    }

    @Test
    void add_twentyFirst_refused() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        byte[] small = Pictures.png(2, 2);
        for (int i = 0; i < Attachments.MOST; i++) {
            raw("pia", small, "image/png").post(to(finding)).then().statusCode(201);
        }
        raw("pia", small, "image/png").post(to(finding)).then().statusCode(422).body("detail", containsString("20 files"));
        day.get("pia", "/findings").body("items[0].attachments.size()", is(Attachments.MOST));
    }

    @Test
    void add_toAFindingWithoutName_withItsTokenAloneAndNamedNowhere() {
        GameDay day = GameDay.running(TIMELINE);
        Map<String, Object> sent = Map.of("id", UUID.randomUUID().toString(), "text", "I was not trained.", "anonymous", true);
        String token = day.post("noel", "/findings", sent).statusCode(201).extract().path("attachmentToken");
        assertThat(token).hasSizeGreaterThan(30);
        day.post("noel", "/findings", sent).statusCode(200).body("attachmentToken", nullValue());
        String finding = (String) sent.get("id");
        for (String other : List.of("noel", "carl", "pia")) {
            form(other, PHOTO, "noel.jpg").post(to(finding)).then().statusCode(403);
            form(other, PHOTO, "noel.jpg").multiPart("attachmentToken", "guessed").post(to(finding)).then().statusCode(403);
        }
        form("noel", PHOTO, "noel.jpg").multiPart("attachmentToken", token).post(to(finding)).then().statusCode(201)
                .body("name", is("picture.jpg"));
        raw("noel", "noel was here".getBytes(StandardCharsets.UTF_8), "text/plain").header("Attachment-Token", token)
                .queryParam("name", "noel.txt").post(to(finding)).then().statusCode(201).body("name", is("file.txt"));
        raw("noel", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "application/pdf").header("Attachment-Token", token)
                .post(to(finding)).then().statusCode(422);
        assertThat(JournalProbe.of(day)).allSatisfy(entry -> {
            assertThat(entry.actor).isNotEqualTo("noel");
            assertThat(entry.data).doesNotContain("noel").doesNotContain(token);
        });
        assertThat(JournalProbe.of(day, "attachment-added")).extracting(entry -> entry.actor).containsOnly("anonymous")
                .hasSize(2);
        assertThat(day.get("dana", "/findings").extract().asString()).doesNotContain("noel", token, "attachmentToken");
    }

    @Test
    void read_ofAFindingThatNamesAnUnreleasedItem_controlsUntilThen() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "carl", Map.of("text", "It will not work.", "item", "hidden"));
        String id = form("carl", PHOTO, "a.jpg").post(to(finding)).then().statusCode(201).extract().path("id");
        assertThat(JournalProbe.of(day, "attachment-added")).extracting(entry -> entry.audience).containsExactly("control");
        read(day, "eve", id).then().statusCode(200);
        read(day, "pia", id).then().statusCode(404);
        form("pia", PHOTO, "a.jpg").post(to(finding)).then().statusCode(404);
        day.moveItem("carl", "hidden", "released").statusCode(200);
        read(day, "pia", id).then().statusCode(200);
        read(day, "wilma", id).then().statusCode(404);
        read(GameDay.running(TIMELINE), "carl", id).then().statusCode(404);
    }

    @Test
    void read_anyKind_neverRunByABrowser() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        String picture = raw("pia", Pictures.png(4, 4), "image/png").queryParam("name", "b\"ä.png").post(to(finding))
                .then().extract().path("id");
        String text = form("pia", "a".getBytes(StandardCharsets.UTF_8), "notes.html").post(to(finding)).then().extract()
                .path("id");
        String pdf = form("pia", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "x.pdf").post(to(finding)).then().extract()
                .path("id");
        FormClient pia = FormClient.of("pia");
        for (String id : List.of(picture, text, pdf)) {
            for (Response read : List.of(read(day, "pia", id),
                    pia.browser().get("/exercises/" + day.id + "/attachments/" + id))) {
                assertThat(read.statusCode()).isEqualTo(200);
                assertThat(read.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
                assertThat(read.headers().getValues("Content-Security-Policy")).singleElement().asString().contains("sandbox",
                        "default-src 'none'");
                assertThat(read.headers().getValues("Cache-Control")).containsExactly("private, no-cache");
                assertThat(read.header("Content-Disposition")).startsWith(id.equals(picture) ? "inline;" : "attachment;");
            }
        }
        assertThat(read(day, "pia", picture).header("Content-Disposition"))
                .isEqualTo("inline; filename=\"b__.png\"; filename*=UTF-8''b_%C3%A4.png");
        assertThat(read(day, "pia", text).contentType()).isEqualTo("text/plain;charset=UTF-8");
        String tag = read(day, "pia", picture).header("ETag");
        GameDay.as("pia").header("If-None-Match", tag).get(at(day, picture)).then().statusCode(304);
        GameDay.as("wilma").header("If-None-Match", tag).get(at(day, picture)).then().statusCode(404);
    }

    @Test
    void add_byAPage_formTokenNeededAndAnsweredAsAsked() {
        GameDay day = GameDay.running(TIMELINE);
        String finding = finding(day, "pia", Map.of("text", "x"));
        String page = "/exercises/" + day.id + "/findings/" + finding + "/attachments";
        FormClient pia = FormClient.of("pia");
        pia.upload().multiPart("file", "a.jpg", PHOTO).post(page).then().statusCode(303).header("Location",
                containsString("/exercises/" + day.id + "/me"));
        String id = UUID.randomUUID().toString();
        for (int status : List.of(201, 200)) {
            pia.upload().accept("application/json").multiPart("id", id).multiPart("picture", "a.jpg", PHOTO).post(page).then()
                    .statusCode(status).body("id", is(id));
        }
        pia.upload().accept("application/json").multiPart("file", "a.png", "<html>".getBytes(StandardCharsets.UTF_8)).post(page)
                .then().statusCode(422).body("field", is("file"));
        pia.upload().post(page).then().statusCode(422).body(containsString("Choose a file"));
        pia.browser().multiPart("file", "a.jpg", PHOTO).post(page).then().statusCode(400);
        GameDay.as("pia").header("Origin", "https://elsewhere.example").multiPart("file", "a.jpg", PHOTO).post(to(finding))
                .then()
                .statusCode(403);
        day.get("pia", "/findings").body("items[0].attachments.size()", is(2));
        pia.browser().get("/exercises/" + day.id + "/me").then().statusCode(200)
                .body(containsString("/exercises/" + day.id + "/attachments/" + id + "?preview=true"));
    }

    @Test
    void log_withAPicture_findingNeverLostWhateverThePictureIs() {
        GameDay day = GameDay.running(TIMELINE);
        FormClient pia = FormClient.of("pia");
        String page = "/exercises/" + day.id + "/findings";
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            pia.upload().multiPart("findingId", id).multiPart("text", "With a picture.").multiPart("picture", "a.jpg", PHOTO)
                    .post(page).then().statusCode(303);
        }
        pia.upload().multiPart("text", "With a bad one.")
                .multiPart("picture", "a.png", "<html>".getBytes(StandardCharsets.UTF_8)).post(page).then().statusCode(422)
                .body(containsString("Your finding was logged, but not its picture."))
                .body(containsString("“a.png” is not a picture"));
        pia.upload().multiPart("text", "With an empty field.").multiPart("picture", "", new byte[0]).post(page).then()
                .statusCode(303);
        pia.upload().multiPart("text", "Unnamed.").multiPart("anonymous", "true").multiPart("picture", "pia.jpg", PHOTO)
                .post(page).then().statusCode(303);
        pia.form().formParam("text", "Without.").post(page).then().statusCode(303);
        day.get("dana", "/findings").body("items.text", is(List.of("Without.", "Unnamed.", "With an empty field.",
                "With a bad one.", "With a picture."))).body("items.attachments.collect{it.size()}", is(List.of(0, 1, 0, 0, 1)))
                .body("items[1].attachments.name", everyItem(is("picture.jpg")));
    }

    private static String finding(GameDay day, String person, Map<String, ?> finding) {
        return day.post(person, "/findings", finding).statusCode(201).extract().path("id");
    }

    private static RequestSpecification form(String person, byte[] file, String name) {
        return GameDay.as(person).multiPart("file", name, file);
    }

    private static RequestSpecification raw(String person, byte[] file, String type) {
        return GameDay.as(person).header("Content-Type", type).body(file);
    }

    private static String to(String finding) {
        return "/api/findings/" + finding + "/attachments";
    }

    private static String at(GameDay day, String id) {
        return "/api/exercises/" + day.id + "/attachments/" + id;
    }

    private static Response read(GameDay day, String person, String id) {
        return GameDay.as(person).get(at(day, id));
    }
}
