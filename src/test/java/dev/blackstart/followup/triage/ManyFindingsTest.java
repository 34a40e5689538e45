package dev.blackstart.followup.triage;

import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** Hundreds of findings: the true number, words to search for, and one reason for many. */
@QuarkusTest
class ManyFindingsTest {

    private GameDay day;

    @BeforeEach
    void begin() {
        day = Followup.running();
    }

    private Document board(String query) {
        return Jsoup
                .parse(PageClient.as("carl").get("/findings?exercise=" + day.id + query).statusCode(200).extract().asString());
    }

    private static String body(List<String> ids, String... fields) {
        StringBuilder body = new StringBuilder();
        ids.forEach(id -> body.append("ids=").append(id).append('&'));
        for (int i = 0; i < fields.length; i += 2) {
            body.append(fields[i]).append('=').append(fields[i + 1]).append('&');
        }
        return body.toString();
    }

    @Test
    void board_moreThanAPage_countsAllAndGoesOn() {
        for (int i = 0; i < 103; i++) {
            finding(day, "pia", (i % 2 == 0 ? "Lag of 100% seen " : "Quiet ") + i);
        }
        Document board = board("");
        assertThat(board.select("[data-total]").text()).isEqualTo("103");
        assertThat(board.select(".finding-lines li")).hasSize(100);
        assertThat(board("&q=100% SEEN").select("[data-total]").text()).isEqualTo("52");
        assertThat(board("&q=nothing+like+it").select(".empty").text()).contains("Nothing left here");
        assertThat(board("&state=dismissed").select(".finding-lines li")).isEmpty();
    }

    @Test
    void selection_dismissed_asksWithTheNumberThenOneReasonForAll() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(finding(day, "pia", "Noise " + i));
        }
        PageClient carl = PageClient.as("carl");
        carl.postBody("/findings/selection", body(ids, "state", "dismissed", "in-exercise", day.id)).statusCode(200)
                .body(containsString("Dismiss 3 findings?"), containsString("Noise 2"));
        assertThat(JournalProbe.field(day, "finding-triaged", "state")).isEmpty();
        carl.postBody("/findings/selection", body(ids, "state", "dismissed", "confirmed", "true", "reason", " "))
                .statusCode(422).body(containsString("Say why they are dismissed"), containsString("Dismiss 3 findings"));
        carl.postBody("/findings/selection", body(ids, "state", "dismissed", "confirmed", "true", "reason", "A+test.",
                "in-exercise", day.id, "in-q", "Noise")).statusCode(303)
                .header("Location", containsString("/findings?exercise=" + day.id + "&state=new&q=Noise"));
        assertThat(JournalProbe.field(day, "finding-triaged", "reason")).containsExactly("A test.", "A test.", "A test.");
    }

    @Test
    void selection_nothingOrNotTheirs_refusedWithoutChange() {
        String mine = finding(day, "pia", "Seen.");
        PageClient carl = PageClient.as("carl");
        carl.postBody("/findings/selection", body(List.of(), "state", "noted")).statusCode(422)
                .body(containsString("Select at least one finding"));
        carl.postBody("/findings/selection", body(List.of(mine), "state", "confirmed", "confirmed", "true")).statusCode(422);
        carl.postBody("/findings/selection", body(List.of(mine, UUID.randomUUID().toString()), "state", "noted", "confirmed",
                "true")).statusCode(404);
        PageClient.as("pia").postBody("/findings/selection", body(List.of(mine), "state", "noted", "confirmed", "true"))
                .statusCode(404);
        PageClient.as("sol").postBody("/findings/selection", body(List.of(mine), "state", "noted", "confirmed", "true"))
                .statusCode(403);
        assertThat(JournalProbe.field(day, "finding-triaged", "state")).isEmpty();
    }

    @Test
    void picker_anyText_offersByNameAndKey_andTheFormTakesEither() {
        assertThat(options("/pick/people?as=owner&owner=PIA")).containsExactly(name("pia"));
        assertThat(options("/pick/people?as=owner&owner=&team=network")).allMatch(line -> line.matches(".*\\((nora|noel)\\)"))
                .hasSize(2);
        assertThat(options("/pick/zones?as=zone&zone=europe/berl")).containsExactly("Europe/Berlin");
        assertThat(options("/pick/teams?as=team&team=stor")).anyMatch(line -> line.endsWith("(storage)"));
        assertThat(options("/pick/plans?plan=" + day.plan)).containsExactly("Hidden name of the plan (" + day.plan + ")");
        assertThat(Jsoup.parse(PageClient.as("pia").get("/pick/plans?plan=" + day.plan).extract().asString()).select("option"))
                .isEmpty();
        String defect = Followup.defect(day, Followup.unlike("Lag")).extract().path("id");
        PageClient carl = PageClient.as("carl");
        Document page = Jsoup.parse(carl.get("/defects/" + defect).statusCode(200).extract().asString());
        assertThat(page.select("select[name=owner]")).isEmpty();
        carl.post("/defects/" + defect + "/actions", Map.of("title", "Alert on lag", "owner", name("pia"))).statusCode(303);
        carl.post("/defects/" + defect + "/actions", Map.of("title", "Alert on lag too", "owner", "nobody at all"))
                .statusCode(422).body(containsString("nobody at all"));
        assertThat(as("carl").get("/api/actions?state=open&limit=1000").jsonPath()
                .getString("items.find { it.title == 'Alert on lag' && it.defect.id == '" + defect + "' }.owner"))
                .isEqualTo("pia");
    }

    private static String name(String key) {
        return as("carl").get("/api/people/" + key).jsonPath().getString("name") + " (" + key + ")";
    }

    private static List<String> options(String path) {
        return Jsoup.parse(PageClient.as("dana").get(path).statusCode(200).extract().asString()).select("option")
                .eachAttr("value");
    }
}
