package dev.blackstart.review;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import javax.imageio.ImageIO;

@QuarkusTest
class ReportTest {

    private static final String DAY = """
            objectives: [{key: writes, text: Orders writes again, target: PT5M}]
            scenario: {story: The host dies at the worst minute.}
            drills:
              - key: kill-primary
                kind: database-failover
                title: Stop the primary
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Pull the plug.}
                revert: {driver: manual, instruction: Plug it in again.}
                maxDuration: PT20M
            timeline:
              - {key: open, at: PT0M, message: {to: storage, channels: [in-app], subject: Exercise begins, text: Welcome.}}
              - {key: fault, at: PT0.1S, drill: kill-primary}
              - {key: noticed, after: {item: fault, is: completed}, expectation: {of: storage, text: Sees it, within: PT10M}}
              - {key: go-on, manual: true, decision: {text: Go on?, options: [go, no-go]}}
              - {key: end, manual: true, endex: {}}
            """;

    /** Touches nothing, so that any number of them can run. */
    private static final String TALK = "timeline: [{key: open, manual: true, message: {to: everyone, text: Welcome.}}]\n";

    private static final String HOSTILE = "# <script>alert(1)</script> | `x` [y](z)\n- and more";

    private static GameDay conducted() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "injected")).statusCode(200);
        day.awaitItem("noticed", "released");
        day.moveItem("eve", "noticed", "completed").statusCode(200);
        day.post("pia", "/timeline/" + day.item("open").get("id") + "/replies", Map.of("text", "On it.")).statusCode(201);
        day.post("pia", "/findings", Map.of("text", HOSTILE, "severity", "sev2", "kind", "monitoring-gap")).statusCode(201);
        day.post("carl", "/notes", Map.of("text", "Quiet so far.")).statusCode(201);
        day.moveItem("carl", "go-on", "released").statusCode(200);
        day.post("dana", "/timeline/go-on/transitions", Map.of("to", "chosen", "option", "no-go")).statusCode(200);
        day.moveItem("dana", "end", "released").statusCode(200);
        day.awaitState("ended");
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "reverted")).statusCode(200);
        return day;
    }

    @Test
    void json_conductedDay_toldWhole() {
        GameDay day = conducted();

        day.get("eve", "/report").statusCode(200).contentType("application/json")
                .body("exercise.state", is("ended"))
                .body("exercise.outcome", is("completed"))
                .body("exercise.plan", is(day.plan)).body("exercise.total", startsWith("PT"))
                .body("objectives.rating", hasItem(nullValue())).body("exercise.status", is("draft"))
                .body("result.faultsInjected", is(1))
                .body("result.expectations.met", is(1))
                .body("result.worstFindings.text", hasItem(HOSTILE))
                .body("result.faults.drill", hasItem("kill-primary")).body("result.missedReverts.size()", is(0))
                .body("timeline.key", hasItems("open", "fault", "noticed", "go-on", "end"))
                .body("messages[0].replies.text", hasItem("On it.")).body("decisions.option", hasItem("no-go"))
                .body("faults[0].state", is("reverted")).body("notes.text", hasItem("Quiet so far."))
                .body("attendance.find { it.person == 'pia' }.findings", is(1));
    }

    @Test
    void improvementPlan_controlStaff_forASpreadsheet() {
        GameDay day = conducted();
        List<String> found = day.get("carl", "/findings").extract().path("items.id");
        String defect = as("carl").contentType("application/json").body(Map.of("findings", found, "title", "No lag alarm"))
                .post("/api/defects").then().statusCode(201).extract().path("id");
        as("carl").contentType("application/json")
                .body(Map.of("title", "Alert on lag", "owner", "tess", "kind", "detect", "due",
                        LocalDate.now().plusDays(9).toString()))
                .post("/api/defects/" + defect + "/actions").then().statusCode(201);

        day.get("eve", "/improvement-plan").statusCode(200).contentType(startsWith("text/csv"))
                .body(containsString("Core Capability,"))
                .body(matchesPattern("(?s).*Alert on lag,Equipment,(Storage|\"[^\"]*Storage[^\"]*\"),Tess Whitaker,.*"));
        given().cookies(signIn("eve")).get("/exercises/" + day.id + "/improvement-plan.csv").then().statusCode(200)
                .header("Content-Disposition", containsString("improvement-plan.csv"));
        day.get("pia", "/improvement-plan").statusCode(404);
    }

    @Test
    void report_whatWasDecidedAndPreparedBefore_inEveryFormat() throws IOException {
        GameDay day = GameDay.scheduled(DAY.replace("{story:", "{knownDegraded: [The backup is slow.], story:")
                .replace("maxDuration: PT20M", "maxDuration: PT20M\n    hypothesis: The standby takes over.")
                + "preparation: [{key: lag, team: storage, kind: monitoring, title: Show the lag alarm, due: -P7D}]\n");
        String item = day.get("carl", "/preparation").extract().path("items[0].id");
        as("pia").contentType("application/json").body(Map.of("to", "done", "evidence", "Fired at noon."))
                .post("/api/preparation/" + item + "/transitions").then().statusCode(200);
        day.move("dana", "running").statusCode(200);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "injected")).statusCode(200);
        day.move("dana", "paused").statusCode(200);
        day.post("dana", "/transitions", Map.of("to", "running", "reason", "All back.")).statusCode(200);
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "reverted")).statusCode(200);
        day.moveItem("dana", "end", "released").statusCode(200);
        day.awaitState("ended");
        day.post("eve", "/drills/kill-primary/result", Map.of("result", "failed", "reason", "By hand.")).statusCode(200);

        day.get("eve", "/report").statusCode(200).body("faults[0].hypothesis", is("The standby takes over."))
                .body("faults[0].result", is("failed")).body("faults[0].verified", nullValue())
                .body("readiness.approvals.by", hasItems("adam", "olga"))
                .body("readiness.preparation[0].evidence", is("Fired at noon."))
                .body("pauses[0].resumeReason", is("All back."));
        String[] told = { "The standby takes over.", "By hand.", "The backup is slow.", "Fired at noon.", "All back.",
                "verified by nobody else", "Adam Lindqvist" };
        for (String form : List.of("text/markdown", "text/html")) {
            assertThat(as("eve").accept(form).get("/api/exercises/" + day.id + "/report").asString()).as(form).contains(told);
        }
        byte[] pdf = as("eve").accept("application/pdf").get("/api/exercises/" + day.id + "/report").asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(told);
        }
    }

    @Test
    void json_running_draftFromStartexOn() {
        GameDay day = GameDay.running(TALK);

        day.get("carl", "/report").statusCode(200).body("exercise.state", is("running"))
                .body("exercise.endedAt", nullValue());
    }

    @Test
    void report_beforeStartex_likeUnknown() {
        GameDay day = GameDay.scheduled(TALK);
        Response unknown = as("dana").get("/api/exercises/" + UUID.randomUUID() + "/report");

        Response early = as("dana").get("/api/exercises/" + day.id + "/report");

        assertThat(early.statusCode()).isEqualTo(404);
        assertThat(early.asString()).isEqualTo(unknown.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "pia", "olga", "wilma" })
    void report_noControlStaff_likeUnknownInEveryForm(String person) {
        GameDay day = GameDay.running(TALK);
        for (String form : List.of("application/json", "text/markdown", "text/html", "application/pdf", "*/*")) {
            Response hidden = as(person).accept(form).get("/api/exercises/" + day.id + "/report");
            Response unknown = as(person).accept(form).get("/api/exercises/" + UUID.randomUUID() + "/report");

            assertThat(hidden.statusCode()).as(form).isEqualTo(404);
            assertThat(hidden.asString()).as(form).isEqualTo(unknown.asString());
            assertThat(hidden.contentType()).as(form).isEqualTo(unknown.contentType());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "*/*; application/json",
            "application/json; application/json",
            "text/markdown; text/markdown",
            "text/html; text/html",
            "text/*; text/markdown",
            "text/html;text/html",
            "text/html,application/xhtml+xml,*/*@q=0.8; text/html",
            "application/json@q=0.2, text/markdown@q=0.9, text/html@q=0.5; text/markdown",
            "text/markdown@q=0.1, */*; application/json",
    })
    void report_byAccept_bestQualityWins(String accept, String expected) {
        GameDay day = GameDay.running(TALK);

        given().auth().preemptive().basic("dana", DemoPeople.PASSWORD).header("Accept", accept.replace('@', ';'))
                .get("/api/exercises/" + day.id + "/report").then().statusCode(200).contentType(startsWith(expected));
    }

    @Test
    void report_formNobodyWrites_notAcceptable() {
        GameDay day = GameDay.running(TALK);

        as("dana").accept("image/png").get("/api/exercises/" + day.id + "/report").then().statusCode(406);
    }

    @Test
    void markdown_hostileText_staysText() {
        String markdown = as("dana").accept("text/markdown").get("/api/exercises/" + conducted().id + "/report").then()
                .statusCode(200).contentType("text/markdown;charset=UTF-8").extract().asString();

        assertThat(markdown).startsWith("# Hidden name of the plan").doesNotContain("<script>").contains(
                "\\# \\<script\\>alert(1)\\</script\\> \\| \\`x\\` \\[y\\](z) - and more",
                "**DRAFT**", "| Orders writes again | 5 m 00 s | not measured | not rated yet | – |",
                "The scenario: The host dies at the worst minute.", "Pia Rossi", "| Stop the primary | reverted |",
                "chosen by Dana Okafor");
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("- and more"));
    }

    @Test
    void html_hostileText_escaped() {
        as("dana").accept("text/html").get("/api/exercises/" + conducted().id + "/report").then().statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")).body(not(containsString("<script>alert")))
                .body(containsString("<h1>Hidden name of the plan</h1>")).body(not(containsString("csrf")))
                .body(containsString("not rated yet")).body(containsString("Stop the primary"))
                .body(containsString("DRAFT"));
    }

    @Test
    void pdf_conductedDay_coverContentsResultHostileTextAsText() throws IOException {
        GameDay day = conducted();
        day.post("eve", "/objectives/writes/ratings", Map.of("rating", "M", "sentence", "By hand, late.")).statusCode(201);

        byte[] pdf = as("dana").accept("application/pdf").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .contentType("application/pdf").extract().asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(page(document, 1)).contains("After-action report", "Hidden name of the plan", "DRAFT", "Completed in",
                    "Adam Lindqvist").doesNotContain("Contents", "NOT_FOUND");
            assertThat(page(document, 2)).contains("Contents", "Result", "Appendix: attendance");
            assertThat(page(document, 3)).contains("By hand, late.", "Clocks against targets", "What surprised us most",
                    "<script>alert(1)</script>", "Who owes what by when");
            assertThat(new PDFTextStripper().getText(document)).contains("Time axis", "Stop the primary", "On it.",
                    "Pia Rossi");
        }
        given().cookies(signIn("eve")).get("/exercises/" + day.id + "/report.pdf").then().statusCode(200)
                .contentType("application/pdf");
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(number);
        text.setEndPage(number);
        return text.getText(document);
    }

    @Test
    void pdf_findingWithAPicture_printsItWithItsCaption() throws IOException {
        GameDay day = GameDay.running(TALK);
        String finding = day.post("pia", "/findings", Map.of("text", "The graph dropped.")).statusCode(201).extract()
                .path("id");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1_600, 900, BufferedImage.TYPE_INT_ARGB), "png", png);
        as("pia").multiPart("file", "graph.png", png.toByteArray(), "image/png")
                .post("/api/findings/" + finding + "/attachments").then().statusCode(201);

        byte[] pdf = as("dana").accept("application/pdf").get("/api/exercises/" + day.id + "/report").asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Figure 1. The graph dropped.");
            List<PDImageXObject> pictures = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
                        pictures.add(picture);
                    }
                }
            }
            assertThat(pictures).singleElement().satisfies(picture -> assertThat(picture.getWidth()).isEqualTo(1_000));
        }
    }

    @Test
    void page_signedIn_readsAndTakesAway() {
        GameDay day = conducted();
        Map<String, String> session = signIn("eve");

        given().cookies(session).accept("text/html").get("/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("Eve Moreau")).body(containsString("report.md")).body(containsString("ENDED"));
        given().cookies(session).get("/exercises/" + day.id + "/report.md").then().statusCode(200)
                .contentType(startsWith("text/markdown"));
        given().cookies(session).get("/exercises/" + day.id + "/report.json").then().statusCode(200)
                .contentType("application/json").body("exercise.state", is("ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "report", "report.md", "report.json", "report.pdf" })
    void page_player_likeUnknown(String page) {
        GameDay day = GameDay.running(TALK);
        Map<String, String> session = signIn("pia");

        Response hidden = given().cookies(session).get("/exercises/" + day.id + "/" + page);

        assertThat(hidden.statusCode()).isEqualTo(404);
        String unknown = UUID.randomUUID().toString();
        assertThat(bare(hidden, day.id)).isEqualTo(bare(given().cookies(session).get("/exercises/" + unknown + "/" + page),
                unknown));
    }

    /** Without the address that was asked for and the token, which is another one on each page. */
    /** Without the banner, which a player sees on every page of an exercise they are in. */
    private static String bare(Response answer, String id) {
        return answer.asString().replaceAll("(?s)\\s*(<div id=\"moment\".*?)?<main", "<main").replace(id, "ID")
                .replaceAll("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", "TOKEN");
    }

    private static Map<String, String> signIn(String person) {
        return given().redirects().follow(false).formParam("j_username", person)
                .formParam("j_password", DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin").post("/sign-in").then()
                .statusCode(302).extract().cookies();
    }
}
