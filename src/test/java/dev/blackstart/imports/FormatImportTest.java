package dev.blackstart.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class FormatImportTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TestHTTPResource("/")
    URI base;

    private static byte[] experiment() {
        try (InputStream in = FormatImportTest.class.getResourceAsStream("/imports/experiment.json")) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ValidatableResponse send(String person, String type, byte[] body, String query) {
        return GameDay.as(person).header("Content-Type", type).body(body).post("/api/imports" + query).then();
    }

    private static ValidatableResponse send(String text) {
        return send("dana", "application/yaml", text.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void experiment_rawOrInAForm_recognisedAndConvertedAlike() {
        JsonPath raw = send("dana", "application/json", experiment(), "").statusCode(200)
                .body("format", equalTo("chaos-toolkit")).body("kind", equalTo("plan"))
                .body("mapping.'/method'", equalTo("/drills/0/fault/experiment/method"))
                .body("warnings.find { it.column == '/controls' }.row", equalTo(5)).body("unmapped", hasItem("/controls"))
                .extract().jsonPath();
        assertThat(raw.getString("text")).contains("owner: dana", "driver: chaostoolkit").doesNotContain("hunter2");
        JsonPath form = GameDay.as("dana").multiPart("file", "experiment.json", experiment())
                .post("/api/imports?format=chaos-toolkit").then().statusCode(200).extract().jsonPath();
        assertThat(form.<Map<String, Object>> get()).isEqualTo(raw.get());
        assertThat(send("dana", "application/octet-stream", experiment(), "").statusCode(200).extract().jsonPath()
                .<Map<String, Object>> get()).isEqualTo(raw.get());
    }

    @Test
    void import_changesNothing_untilThePlanIsCreated() {
        String key = "import-" + UUID.randomUUID();
        String text = send("title: %s\ndescription: x\nmethod: []\n".formatted(key)).statusCode(200).extract().path("text");
        GameDay.as("dana").get("/api/plans/" + key).then().statusCode(404);
        GameDay.as("dana").contentType("application/yaml").body(text.getBytes(StandardCharsets.UTF_8)).post("/api/plans").then()
                .statusCode(201)
                .body("warnings.message", hasItem(containsString("Nothing takes this fault back")));
        GameDay.as("dana").get("/api/plans/" + key).then().statusCode(200).body("name", equalTo(key));
    }

    @Test
    void refused_everyMistakeWithLineAndPointer() {
        send("title: x\nmethod: [{ref: y}]\n").statusCode(422).contentType("application/problem+json")
                .body("violations", hasSize(2)).body("violations[1].line", equalTo(2))
                .body("violations[1].pointer", equalTo("/method/0/ref"))
                .body("violations[1].message", containsString("no activity named 'y'"));
    }

    @Test
    void unknownFormatOrContent_saysWhatIsPossible() {
        send("dana", "application/json", experiment(), "?format=word").statusCode(422).body("field", equalTo("format"))
                .body("detail", containsString("Possible: chaos-toolkit"));
        send("a: 1\n").statusCode(422).body("detail", containsString("not recognised"));
        send("").statusCode(422).body("detail", containsString("empty"));
        send("dana", "application/json", new byte[] { 0, 1, (byte) 0xff }, "").statusCode(422);
        send("dana", "application/yaml", "a: 1".getBytes(StandardCharsets.UTF_8), "?format=chaos-toolkit").statusCode(422)
                .body("violations.message", hasItem(containsString("needs a title")));
        GameDay.as("dana").multiPart("other", "text").post("/api/imports").then().statusCode(422).body("field",
                equalTo("file"));
    }

    @Test
    void size_moreThanTwentyMegabytes_tooLarge() {
        send("dana", "application/json", new byte[21 * MEGABYTE], "").statusCode(413);
        send("dana", "text/csv", new byte[15 * MEGABYTE], "").statusCode(422);
    }

    @Test
    void size_eighteenMegabytes_refusedForItsContent() throws IOException, InterruptedException {
        byte[] file = file(18 * MEGABYTE);
        String why = "One that is YAML or JSON has at most 1,000,000 bytes.";
        send("dana", "application/yaml", file, "").statusCode(422).body("detail", containsString(why));
        send("dana", "application/yaml", file, "?format=chaos-toolkit").statusCode(422).body("violations[0].message",
                equalTo("The file has 18,874,368 bytes; at most 1,000,000 are read."));
        GameDay.as("dana").multiPart("file", "large.yaml", file).post("/api/imports").then().statusCode(422).body("detail",
                containsString(why));
        assertThat(inPieces("multipart/form-data; boundary=part", form(file))).startsWith("422").contains(why);
        FormClient.of("dana").upload().multiPart("format", "").multiPart("file", "large.yaml", file).post("/imports").then()
                .statusCode(422).body(containsString(why));
    }

    @Test
    void size_aLittleTooMuch_tooLargeHoweverItIsSent() throws IOException, InterruptedException {
        byte[] file = file(20 * MEGABYTE + 66 * 1024);
        String why = "What was sent is larger than 20 MB; send less.";
        assertThat(inPieces("application/yaml", file)).startsWith("413").contains(why);
        assertThat(inPieces("multipart/form-data; boundary=part", form(file))).startsWith("413").contains(why);
        GameDay.as("dana").multiPart("file", "large.yaml", file).post("/api/imports").then().statusCode(413).body("detail",
                equalTo(why));
        FormClient.of("dana").upload().multiPart("format", "").multiPart("file", "large.yaml", file(21 * MEGABYTE))
                .post("/imports").then().statusCode(413).body(containsString(why));
    }

    private static byte[] file(int size) {
        byte[] file = new byte[size];
        Arrays.fill(file, (byte) 'x');
        return file;
    }

    private static byte[] form(byte[] file) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.yaml\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        form.write(file);
        form.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /** Without its length. @return status and body of the answer */
    private String inPieces(String type, byte[] body) throws IOException, InterruptedException {
        String dana = Base64.getEncoder().encodeToString(("dana:" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/imports")).header("Authorization", "Basic " + dana)
                .header("Content-Type", type).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void whoMayNotWritePlans_refused() {
        send("pia", "application/json", experiment(), "").statusCode(403).body("violations", equalTo(null));
        GameDay.as("pia").multiPart("file", "x.json", experiment()).post("/api/imports").then().statusCode(403);
        given().contentType("application/json").body("{}").post("/api/imports").then().statusCode(401);
        PageClient.as("pia").get("/imports").statusCode(403);
        PageClient.as("pia").get("/plans").body(not(containsString("href=\"/imports\"")));
    }

    @Test
    void page_offersTheFormats() {
        var page = Jsoup.parse(PageClient.as("dana").get("/imports").statusCode(200).extract().asString());
        assertThat(page.select("option").eachText()).contains("Detect the format", "Chaos Toolkit experiment");
    }
}
