package dev.blackstart.library;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What the library finds, for whom, and what it shows. */
@QuarkusTest
class LibraryTest {

    @Inject
    LibraryIndex index;

    private ValidatableResponse search(String by, String... query) {
        index.run();
        var request = GameDay.as(by);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/search").then();
    }

    /** A word that no other test uses. */
    private static String word() {
        return "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "z";
    }

    @Test
    void search_anyFormOfTheWords_findsFindingDefectAndAction() {
        String word = word();
        GameDay day = Followup.running();
        String defect = defect(day, "Standbys lose " + word + " transactions").extract().path("id");
        String action = act("carl", defect, "Alert on " + word + " lag", "pia").statusCode(201).extract().path("id");
        search("carl", "q", word.toUpperCase() + " transaction").statusCode(200).body("items.kind",
                equalTo(List.of("defect", "finding"))).body("items[0].id", is(defect))
                .body("items[0].url", is("/defects/" + defect)).body("items[1].excerpt", containsString(word))
                .body("next", nullValue());
        search("carl", "q", word, "kind", "action").body("items.id", equalTo(List.of(action)));
        search("carl", "q", word, "from", "2099-01-01").body("items", empty());
        search("carl", "q", word, "system", "orders-db").body("items", empty());
    }

    @Test
    void search_changedAndGone_isFoundAsItIsNow() {
        String word = word();
        String later = word();
        GameDay day = Followup.running();
        String defect = defect(day, "First " + word).extract().path("id");
        search("carl", "q", word, "kind", "defect").body("items.size()", is(1));
        GameDay.as("carl").contentType(ContentType.JSON)
                .body(Map.of("title", "Second " + later, "systems", List.of("orders-db"))).patch("/api/defects/" + defect)
                .then().statusCode(200);
        search("carl", "q", word, "kind", "defect").body("items", empty());
        search("carl", "q", later, "system", "orders-db").body("items.title", equalTo(List.of("Second " + later)));
    }

    @Test
    void search_pageByPage_findsEachOnce() {
        String word = word();
        GameDay day = Followup.running();
        for (int i = 0; i < 5; i++) {
            finding(day, "pia", word + " again, number " + i);
        }
        for (String words : List.of(word, "")) {
            List<String> found = new ArrayList<>();
            String after = null;
            do {
                ValidatableResponse page = after == null ? search("carl", "q", words, "limit", "2")
                        : search("carl", "q", words, "limit", "2", "after", after);
                found.addAll(page.statusCode(200).extract().path("items.findAll { it.title.contains('" + word + "') }.id"));
                after = page.extract().path("next");
            } while (after != null && found.size() < 5);
            assertThat(found).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void search_moreThanABatch_findsAllOfThem() {
        String word = word();
        GameDay day = Followup.running();
        for (int i = 0; i < 205; i++) {
            finding(day, "pia", word + " again, number " + i);
        }
        search("carl", "q", word, "limit", "1000").body("items.size()", is(205));
    }

    @Test
    void search_playersFindWhatTheyMayRead_othersNothing() {
        String word = word();
        GameDay day = Followup.running();
        day.moveItem("carl", "fault", "released").statusCode(200);
        finding(day, "pia", "Everybody saw " + word);
        day.post("carl", "/findings", Map.of("text", "Of the drill " + word, "drill", "cut")).statusCode(201);
        String defect = defect(day, "Control staff know " + word).extract().path("id");
        act("carl", defect, "Owned " + word, "pete").statusCode(201);
        search("pia", "q", word).body("items.title",
                containsInAnyOrder("Everybody saw " + word, "Seen: Control staff know " + word));
        search("tess", "q", word).body("items", empty());
        search("pete", "q", word, "kind", "action").body("items", empty());
        day.move("dana", "ended").statusCode(200);
        search("pete", "q", word, "kind", "action").body("items.title", equalTo(List.of("Owned " + word)));
        search("pia", "q", word, "kind", "action").body("items", empty());
    }

    @Test
    void search_planThatSomebodyPlaysIn_doesNotExistForThem() {
        String word = word();
        GameDay.scheduled("scenario: {story: The " + word + " burns down.}\n" + Followup.DAY.replace("RETESTS", "")
                .replace("EXPECTS", ""));
        search("dana", "q", word).body("items.kind", equalTo(List.of("plan"))).body("items[0].url", startsWith("/plans/"))
                .body("items[0].excerpt", containsString("burns down"));
        search("pia", "q", word).body("items", empty());
        GameDay.as("pia").queryParam("text", "a " + word + " again").get("/api/similar").then().body("items", empty());
        PageClient.as("pia").get("/library?q=" + word).statusCode(200).body(containsString("Nothing found"))
                .body(not(containsString("burns down")));
    }

    @Test
    void search_publishedReport_isFoundByItsAudience() {
        String word = word();
        reported("To the roster " + word, "roster");
        reported("To everybody " + word, "organisation");
        search("carl", "q", word, "kind", "report").body("items.size()", is(2)).body("items[0].url", endsWith("/report"));
        search("pia", "q", word, "kind", "report").body("items.size()", is(2));
        search("wilma", "q", word).body("items.excerpt", hasItem(containsString("To everybody"))).body("items.size()", is(1));
    }

    @Test
    void search_reportPublishedAnew_onlyTheNewestCopyIsFound() {
        String word = word();
        GameDay day = reported("To everybody " + word, "organisation");
        search("wilma", "q", word).body("items.size()", is(1));
        day.post("dana", "/report/transitions", Map.of("to", "draft", "reason", "It names a customer.")).statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "published", "audience", "roster")).statusCode(200);
        GameDay.as("wilma").queryParam("q", word).get("/api/search").then().statusCode(200).body("items", empty());
        search("wilma", "q", word).body("items", empty());
        search("pia", "q", word).body("items.size()", is(1));
    }

    private GameDay reported(String summary, String audience) {
        GameDay day = Followup.running();
        day.move("dana", "ended").statusCode(200);
        Map<String, Object> fields = new HashMap<>();
        List.of("timeToDetect", "timeToRecover", "faultOrigin", "resolution", "detectedBy", "impact", "security")
                .forEach(field -> fields.put(field, Map.of("notApplicable", "Nothing happened.")));
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("sections", Map.of("summary", summary), "fields", fields))
                .put("/api/exercises/" + day.id + "/report").then().statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        search("pia", "q", summary).body("items", empty());
        day.post("dana", "/report/transitions", Map.of("to", "published", "audience", audience)).statusCode(200);
        return day;
    }

    @Test
    void similar_sharesTheRareWords_mostSimilarFirst() {
        String word = word();
        String other = word();
        GameDay day = Followup.running();
        finding(day, "pia", "The " + word + " of the " + other + " filled the disk");
        finding(day, "pia", "The " + word + " was slow");
        index.run();
        GameDay.as("carl").queryParam("text", "Is " + word + " of " + other + " a problem?").get("/api/similar").then()
                .statusCode(200).body("items[0].title", containsString("filled the disk"));
        GameDay.as("carl").get("/api/similar").then().statusCode(422).body("field", is("text"));
    }

    @Test
    void search_unusualInput_answersOrNamesTheField() {
        search("carl", "q", "x".repeat(3_000)).statusCode(422).body("field", is("q"));
        search("carl", "q", "x".repeat(10_000)).statusCode(414);
        search("carl", "q", "the % ' --").statusCode(422).body("field", is("q"));
        search("carl", "q", "a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1").statusCode(422).body("field", is("q"));
        search("carl", "q", "x' OR 1=1 | ! ( : *").statusCode(200).body("items", empty());
        search("carl", "q", "\u30c7\u30fc\u30bf\u30d9\u30fc\u30b9 \ud83d\udd25").statusCode(200);
        search("carl", "kind", "rumour").statusCode(422).body("field", is("kind"));
        search("carl", "from", "yesterday").statusCode(422).body("field", is("from"));
        search("carl", "after", UUID.randomUUID().toString()).statusCode(422).body("field", is("after"));
        search("carl", "limit", "0").statusCode(422).body("field", is("limit"));
    }

    @Test
    void page_marksTheWords_keepsWhatWasTyped() {
        String word = word();
        GameDay day = Followup.running();
        finding(day, "pia", "<b>Bold</b> " + word + " text");
        index.run();
        PageClient.as("carl").get("/library?q=" + word + "&kind=finding").statusCode(200)
                .body(containsString("<mark>" + word + "</mark>")).body(containsString("&lt;b&gt;Bold"))
                .body(containsString("value=\"" + word + "\""));
        PageClient.as("carl").get("/library?q=" + word + "&from=yesterday").statusCode(200)
                .body(containsString("value=\"" + word + "\"")).body(containsString("Write from as 2027-03-28"));
    }
}
