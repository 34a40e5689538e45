package dev.blackstart.directory;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.OpenPage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Files in and out: all of it or nothing, everything that is wrong at once, and again without a change. */
@QuarkusTest
class ImportTest {

    private final String run = UUID.randomUUID().toString().substring(0, 6);

    private ValidatableResponse send(String who, String query, String type, String body) {
        return sending(who, type).body(body.replace("RUN", run).getBytes(StandardCharsets.UTF_8)).post("/api/" + query)
                .then();
    }

    /** With this Content-Type and no charset that REST Assured adds. */
    private static RequestSpecification sending(String who, String type) {
        return as(who).config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).contentType(type);
    }

    private ValidatableResponse csv(String query, String body) {
        return send("dana", query, "text/csv", body);
    }

    @Test
    void csv_dryThenReal_thenUnchanged() {
        String file = "key;name;email;phone;zone;skills\r\n"
                + "ann-RUN;Ann Ode;ann@example.org;'+49 30 23125 200;Europe/Berlin;\"running, jumping\"\r\n"
                + "bob-RUN;\"'=cmd()\";;;;\r\n";
        csv("people?dryRun=true", file).statusCode(200).body("made", is(2)).body("entries", is(2));
        as("dana").get("/api/people/ann-" + run).then().statusCode(404);
        csv("people", file).statusCode(200).body("made", is(2)).body("changed", is(0)).body("unchanged", is(0));
        as("dana").get("/api/people/ann-" + run).then().body("phone", is("+49 30 23125 200")).body("skills",
                hasItems("running", "jumping"));
        as("dana").get("/api/people/bob-" + run).then().body("name", is("=cmd()"));
        csv("people", file).statusCode(200).body("made", is(0)).body("changed", is(0)).body("unchanged", is(2));
        csv("people", "key,phone\nann-RUN,\nbob-RUN,\n").statusCode(200).body("changed", is(1)).body("unchanged", is(1));
        as("dana").get("/api/people/ann-" + run).then().body("email", is("ann@example.org")).body("reach", hasItem("email"));
    }

    @Test
    void export_importedAgain_changesNothing() {
        csv("people", "key,name\nann-RUN,=1+1\nbob-RUN,''=1\ncyd-RUN,\"a;b,c \"\"q\"\"\"\n").statusCode(200);
        for (String who : new String[] { "dana", "adam" }) {
            for (String kind : new String[] { "people", "teams", "systems" }) {
                for (String type : new String[] { "text/csv", "application/yaml" }) {
                    Response out = as(who).accept(type).get("/api/" + kind);
                    assertThat(out.contentType()).startsWith(type);
                    sending(who, type).body(out.asByteArray()).post("/api/" + kind).then().statusCode(200)
                            .body("made", is(0)).body("changed", is(0));
                }
            }
        }
        assertThat(as("dana").accept("text/csv").get("/api/people").asString()).contains("'=1+1", "''=1");
    }

    @Test
    void rows_wrong_everyMistakeAtOnce_nothingTaken() {
        csv("people",
                "key,name,email,zone,role\nann-RUN,Ann,,,\nNot A Key,,x,Mars/Base,emperor\nann-RUN,Twice,,,\nbob-RUN,Bob,,,admin\n,No key,,,\n")
                .statusCode(422).body("mistakes", is(8)).body("detail", containsString("8 mistakes"))
                .body("violations.line", hasItems(3, 4, 5, 6))
                .body("violations.findAll { it.line == 3 }.column", hasItems("key", "name", "email", "zone", "role"))
                .body("violations.find { it.line == 4 }.message", containsString("line 2"))
                .body("violations.find { it.line == 5 }.column", is("role"));
        as("dana").get("/api/people/ann-" + run).then().statusCode(404);
    }

    @Test
    void teamsAndSystems_unknownPeople_toldByRow() {
        csv("teams", "key,name,lead,members,duty\nt-RUN,T,ghost-RUN,\"pia,ghost2-RUN\",\npia,P,tess,,\n").statusCode(422)
                .body("violations.findAll { it.line == 2 }.column", hasItems("lead", "members"))
                .body("violations.find { it.line == 3 }.message", containsString("share their keys"));
        csv("teams", "key,name,lead,members,duty\nt-RUN,T,tess,pia,\"pia; tess\"\n").statusCode(200).body("made", is(1));
        as("dana").get("/api/teams/t-" + run).then().body("onDuty", is(List.of("pia", "tess")));
        send("dana", "systems", "application/yaml", """
                systems:
                  - {key: s-RUN, name: A system, owner: t-RUN, carries: [mail], offLimits: true}
                  - {key: s2-RUN, name: Another, owner: nobody-RUN, offLimits: perhaps, carries: [owls]}
                """).statusCode(422).body("violations.pointer", hasItems("/systems/1/owner", "/systems/1/offLimits",
                "/systems/1/carries")).body("violations[0].line", is(3));
        send("dana", "systems", "application/yaml", "- {key: s-RUN, name: A system, owner: t-RUN, offLimits: yes}\n")
                .statusCode(200).body("made", is(1));
        as("dana").get("/api/systems/s-" + run).then().body("offLimits", is(true)).body("owner", is("t-" + run));
    }

    @Test
    void latin1_undeclaredRefused_declaredRead() {
        byte[] bytes = ("key,name\njo-" + run + ",Jürgen Groß\n").getBytes(Charset.forName("ISO-8859-1"));
        sending("dana", "text/csv").body(bytes).post("/api/people").then().statusCode(422)
                .body("violations[0].message", startsWith("This is not UTF-8")).body("violations[0].line", is(2));
        sending("dana", "text/csv").body(bytes).post("/api/people?charset=latin-1").then().statusCode(200);
        as("dana").get("/api/people/jo-" + run).then().body("name", is("Jürgen Groß"));
        sending("dana", "text/csv").body(bytes).post("/api/people?charset=klingon").then().statusCode(422)
                .body("field", is("charset")).body("detail", containsString("'klingon' is not a charset"));
    }

    @Test
    void charset_ofTheContentType_read() {
        byte[] latin = ("key,name\nlat-" + run + ",Jürgen Groß\n").getBytes(StandardCharsets.ISO_8859_1);
        sending("dana", "text/csv;charset=iso-8859-1").body(latin).post("/api/people").then().statusCode(200)
                .body("made", is(1));
        as("dana").get("/api/people/lat-" + run).then().body("name", is("Jürgen Groß"));
        byte[] polish = ("- {key: pol-" + run + ", name: Łukasz Żak}\n").getBytes(Charset.forName("windows-1250"));
        sending("dana", "application/yaml; charset=\"windows-1250\"").body(polish).post("/api/people").then()
                .statusCode(200);
        as("dana").get("/api/people/pol-" + run).then().body("name", is("Łukasz Żak"));
    }

    @Test
    void charset_ofTheContentTypeWrong_told_theQueryWins() {
        byte[] utf8 = ("key,name\nutf-" + run + ",Jürgen Groß\n").getBytes(StandardCharsets.UTF_8);
        sending("dana", "text/csv;charset=iso-8859-1").body(utf8).post("/api/people").then().statusCode(422)
                .body("violations[0].line", is(2)).body("violations[0].message", containsString("read as Latin-1"));
        sending("dana", "text/csv;charset=us-ascii").body(utf8).post("/api/people").then().statusCode(422)
                .body("violations[0].message", startsWith("This is not US-ASCII"));
        sending("dana", "text/csv;charset=ebcdic-9").body(utf8).post("/api/people").then().statusCode(422)
                .body("detail", containsString("'ebcdic-9' is not a charset that can be read"));
        sending("dana", "text/csv;charset=iso-8859-1").body(utf8).post("/api/people?charset=utf-8").then().statusCode(200);
        as("dana").get("/api/people/utf-" + run).then().body("name", is("Jürgen Groß"));
    }

    @Test
    void phone_withoutCountryCode_toldByRow_andTaken() {
        csv("people", """
                key,name,phone
                lost-RUN,Lost,4930231250
                kept-RUN,Kept,'+49 30 231250
                zero-RUN,Zero,030 231250
                ext-RUN,Extension,4711
                """).statusCode(200).body("made", is(4)).body("warnings.size()", is(1)).body("warnings[0].line", is(2))
                .body("warnings[0].column", is("phone"))
                .body("warnings[0].message", startsWith("4930231250 looks like a number without country code"));
        as("dana").get("/api/people/lost-" + run).then().body("phone", is("4930231250"));
        csv("people", "key,phone\nlost-RUN,4930231250\n").body("unchanged", is(1)).body("warnings.size()", is(0));
    }

    @Test
    void mail_ofAnotherPerson_toldByRow_andTaken() {
        csv("people", """
                key,name,email
                one-RUN,One,Shared-RUN@example.org
                two-RUN,Two,shared-run@example.org
                """.replace("run", run)).statusCode(200).body("made", is(2)).body("warnings.line", is(List.of(3)))
                .body("warnings[0].message", startsWith("one-" + run + " has this mail address too"));
        csv("people", "key,name,email\none-RUN,One,own-RUN@example.org\ntwo-RUN,Two,shared-RUN@example.org\n").statusCode(200)
                .body("changed", is(1)).body("warnings.size()", is(0));
        csv("people", "key,name,email\nthree-RUN,Three,own-RUN@example.org\n").statusCode(200)
                .body("warnings[0].message", startsWith("one-" + run + " has this mail address too"));
    }

    @Test
    void key_withAnInvisibleCharacter_namedByItsCode() {
        csv("people", "key,name\nzero\u200b-RUN,Zero\nnbsp-RUN\u00a0,Nbsp\n").statusCode(422)
                .body("violations[0].message", is("'zero-" + run + "' contains an invisible character (U+200B); delete it."))
                .body("violations[1].message", containsString("(U+00A0)"));
        csv("people", "key,name\n50%s\u200b-RUN,Percent\n").statusCode(422)
                .body("violations[0].message", startsWith("'50%s-" + run + "' contains"));
        csv("teams", "key,name,lead\nz-RUN,Z,tess\ufeff\n").statusCode(422).body("violations[0].column", is("lead"))
                .body("violations[0].message", is("'tess' contains an invisible character (U+FEFF); delete it."));
        csv("people", "key,name,email\nm-RUN,M,m\u200d@example.org\n").statusCode(422)
                .body("violations[0].message", containsString("(U+200D)"));
    }

    @Test
    void page_doubtfulPhoneAndMail_shownBeforeTheImport_andOnThePersonsPage() {
        FormClient dana = FormClient.of("dana");
        csv("people", "key,name,email\nfirst-RUN,First,same-RUN@example.org\n").statusCode(200);
        String file = "key,name,phone,email\nnext-RUN,Next,4930231250,same-RUN@example.org\n".replace("RUN", run);
        String job = dana.upload().multiPart("kind", "people").multiPart("charset", "utf-8")
                .multiPart("file", "doubtful.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/directory/imports").then().statusCode(303).extract().header("Location")
                .replaceFirst("^https?://[^/]+", "");
        await(dana, job, "Nothing has changed yet");
        assertThat(page(dana, job)).contains("Check these", "without country code", "first-" + run + " has this mail address");
        dana.form().formParam("to", "importing").post(job + "/transitions").then().statusCode(303);
        await(dana, job, "Imported.");
        assertThat(page(dana, "/directory/people/next-" + run)).contains("4930231250 looks like a number without country code",
                "first-" + run + " has this mail address too");
        assertThat(page(FormClient.of("pia"), "/directory/people/next-" + run)).doesNotContain("country code",
                "mail address too");
        dana.form().formParam("name", "Next").formParam("email", "own-" + run + "@example.org")
                .formParam("phone", "+49 30 231250").formParam("chat", "").formParam("zone", "").formParam("skills", "")
                .post("/directory/people/next-" + run).then().statusCode(303);
        assertThat(page(dana, "/directory/people/next-" + run)).doesNotContain("country code", "mail address too");
    }

    /** What a spreadsheet program needs to read names right, and what it may send back. */
    @Test
    void export_beginsWithAByteOrderMark_aWorkbookIsNamedAsOne() {
        byte[] file = as("dana").accept("text/csv").get("/api/people").asByteArray();
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        sending("dana", "text/csv").body(new byte[] { 'P', 'K', 3, 4, 0 }).post("/api/people").then().statusCode(422)
                .body("violations[0].message", startsWith("This is an Excel workbook"));
    }

    @Test
    void import_whoMayNot_refused_andOthersSecretsStay() {
        send("pia", "people", "text/csv", "key,name\nx-RUN,X\n").statusCode(403);
        send("dana", "people", "text/csv", "key,email\nadam,evil@example.org\n").statusCode(422)
                .body("violations[0].message", containsString("administrator"));
        send("dana", "people", "text/csv", "").statusCode(422).body("violations[0].message", is("The file is empty."));
        send("adam", "people", "text/csv", "key,role\nadam,member\n").statusCode(409);
        as("adam").get("/api/people/adam").then().body("role", is("admin"));
        send("dana", "people", "text/csv", "x".repeat(11 * 1024 * 1024)).statusCode(413);
        send("dana", "people", "text/csv", "key,name\nx-RUN,\"X\0Y\"\n").statusCode(422).body("violations[0].column",
                is("name"));
        send("dana", "people", "application/yaml", "- {key: x-RUN, name: X, skills: [\"\\ud800\"]}\n").statusCode(422)
                .body("violations[0].column", is("skills"));
    }

    @Test
    void page_looksFirst_thenImports_stateKept() {
        int many = 600;
        String file = "key,name,email\n" + IntStream.range(0, many)
                .mapToObj(i -> "m%s-%d,Person %d,m%d@example.org".formatted(run, i, i, i)).collect(Collectors.joining("\n"));
        FormClient dana = FormClient.of("dana");
        String job = dana.upload().multiPart("kind", "people").multiPart("charset", "utf-8")
                .multiPart("file", "many.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv").post("/directory/imports")
                .then()
                .statusCode(303).extract().header("Location").replaceFirst("^https?://[^/]+", "");
        await(dana, job, "Nothing has changed yet");
        assertThat(page(dana, job)).contains("<b>600</b> new", "Import it");
        as("dana").get("/api/people/m" + run + "-0").then().statusCode(404);
        FormClient.of("adam").form().formParam("to", "importing").post(job + "/transitions").then().statusCode(403);
        dana.form().formParam("to", "importing").post(job + "/transitions").then().statusCode(303);
        dana.form().formParam("to", "importing").post(job + "/transitions").then().statusCode(303);
        await(dana, job, "Imported.");
        as("dana").get("/api/people/m" + run + "-" + (many - 1)).then().statusCode(200).body("email",
                is("m" + (many - 1) + "@example.org"));
        dana.form().formParam("to", "discarded").post(job + "/transitions").then().statusCode(409);
        assertThat(dana.browser().get("/directory/people/m" + run + "-7").asString()).contains("Who changed what", "made");
    }

    @Test
    void page_open_keptUpToDate_forMastersAlone() throws Exception {
        FormClient dana = FormClient.of("dana");
        String job = dana.upload().multiPart("kind", "people").multiPart("charset", "utf-8")
                .multiPart("file", "one.csv", ("key,name\nlive-" + run + ",Liv\n").getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/directory/imports").then().statusCode(303).extract().header("Location")
                .replaceFirst("^https?://[^/]+", "");
        String stream = job + "/live";
        try (OpenPage open = OpenPage.open("dana", stream)) {
            open.awaitText("Nothing has changed yet");
            dana.form().formParam("to", "importing").post(job + "/transitions").then().statusCode(303);
            open.awaitText("<b>Imported.</b> 1 new");
            assertThat(open.text()).contains("data:job", "Import it").doesNotContain("csrf");
        }
        for (String nothing : List.of("/directory/imports/" + UUID.randomUUID() + "/live", "/directory/imports/none/live")) {
            assertThat(OpenPage.ask("dana", nothing, null).statusCode()).isEqualTo(404);
        }
        assertThat(OpenPage.ask("pia", stream, null).statusCode()).isEqualTo(404);
    }

    @Test
    void page_mistakes_shownByLine_andNoFileRefused() {
        FormClient dana = FormClient.of("dana");
        String job = dana.upload().multiPart("kind", "teams").multiPart("charset", "utf-8")
                .multiPart("file", "teams.csv", "key,name,lead\nt,T,nobody-at-all\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .post("/directory/imports").then().statusCode(303).extract().header("Location")
                .replaceFirst("^https?://[^/]+", "");
        await(dana, job, "Nothing was imported");
        assertThat(page(dana, job)).contains("nobody with the key", "lead").doesNotContain("Import it");
        dana.form().formParam("to", "importing").post(job + "/transitions").then().statusCode(409);
        dana.upload().multiPart("kind", "people").multiPart("charset", "utf-8").post("/directory/imports").then()
                .statusCode(422).body(containsString("Choose a file"));
        dana.upload().multiPart("kind", "people").multiPart("charset", "utf-8")
                .multiPart("file", "people.xlsx", new byte[] { 80, 75 }, "application/zip").post("/directory/imports").then()
                .statusCode(422).body(containsString("save a workbook as CSV"));
        FormClient.of("pia").upload().multiPart("kind", "people").multiPart("charset", "utf-8")
                .multiPart("file", "x.csv", "key\n".getBytes(StandardCharsets.UTF_8), "text/csv").post("/directory/imports")
                .then().statusCode(403);
    }

    private static String page(FormClient desk, String job) {
        return desk.browser().get(job).then().statusCode(200).extract().asString();
    }

    private static void await(FormClient desk, String job, String words) {
        Awaitility.await(words).pollInterval(Duration.ofMillis(100))
                .until(() -> page(desk, job), text -> text.contains(words));
    }
}
