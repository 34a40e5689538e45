package dev.blackstart.review;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** A report of many and long findings stays readable: lists in pages, texts cut, no head left alone at the end of a page. */
@QuarkusTest
class ReportSizeTest {

    private static final String TALK = """
            objectives: [{key: writes, text: Orders writes again, target: PT5M}]
            timeline: [{key: open, manual: true, message: {to: everyone, text: Welcome.}}]
            """;

    private static final int MANY = 60;
    private static final String LONG = "0123456789 ".repeat(9_000);

    private static GameDay day;

    /** Once for all tests: none of them changes it. */
    @BeforeEach
    void log() {
        if (day != null) {
            return;
        }
        day = GameDay.running(TALK);
        for (int i = 0; i < MANY; i++) {
            day.post("pia", "/findings", Map.of("text", "Finding " + i + ". " + "It goes on. ".repeat(i))).statusCode(201);
        }
        day.post("pia", "/findings", Map.of("text", LONG.strip())).statusCode(201);
    }

    private static String html(String query) {
        return as("dana").accept("text/html").get("/api/exercises/" + day.id + "/report" + query).then().statusCode(200)
                .extract().asString();
    }

    @Test
    void html_manyFindings_inPages() {
        String findings = html("").substring(html("").indexOf("id=\"findings\""));
        assertThat(findings).contains("Finding 0.", "Finding 49.", "1 to 50 of 61 findings", "?findings=2#findings")
                .doesNotContain("Finding 50.");
        String rest = html("?findings=2");
        assertThat(rest.substring(rest.indexOf("id=\"findings\"")))
                .contains("Finding 50.", "Finding 59.", "51 to 61 of 61 findings")
                .doesNotContain("Finding 49.");
    }

    @Test
    void everyFormat_longText_cutButInJson() {
        String page = html("?findings=2");
        assertThat(page.substring(page.indexOf("id=\"findings\""))).contains("(cut: 98,999 characters)",
                "/report.json\">more</a>");
        assertThat(page.length()).isLessThan(200_000);
        as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("cut: 98,999 characters")).body(not(containsString(LONG.strip())));
        day.get("dana", "/report").statusCode(200).body("findings.text", hasItem(LONG.strip()));
    }

    @Test
    void pdf_manyFindings_noHeadAtTheEndOfAPage() throws IOException {
        byte[] pdf = as("dana").accept("application/pdf").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .extract().asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isLessThan(30);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                List<String> lines = stripper.getText(document).lines().filter(line -> !line.contains("DRAFT")).toList();
                if (lines.contains("Contents")) {
                    continue; // it lists the heads
                }
                assertThat(lines.get(lines.size() - 1)).as("end of page %d", page).doesNotStartWith("Appendix")
                        .doesNotMatch("(Story|Faults|Objectives|Seen Finding|Item Due|Person Role).*");
            }
        }
    }
}
