package dev.blackstart.followup.offer;

import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** One finding, asked of everybody who has a system of the same kind; nobody hears of it before they may. */
@QuarkusTest
class DefectOfferTest {

    @Inject
    DefectOffering defectOffering;

    @Test
    void offer_reportNotPublished_nobodyIsAsked() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("wilma");
        defectOffering.offer();
        get("wilma", "/api/defect-offers").statusCode(200).body(not(containsString(defect.title())));
        PageClient.as("wilma").get("/defect-offers").statusCode(200).body(not(containsString(defect.title())));
        assertThat(letters("wilma", defect)).isEmpty();
        assertThat(JournalProbe.of(defect.day(), "defect-offered")).isEmpty();
    }

    @Test
    void offer_publishedToTheRoster_notToSomebodyElse() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("wilma").published("roster");
        defectOffering.offer();
        get("wilma", "/api/defect-offers").body(not(containsString(defect.title())));
        assertThat(letters("wilma", defect)).isEmpty();
        OfferedDefect known = OfferedDefect.ofSystemsOf("pete").published("roster");
        defectOffering.offer();
        get("pete", "/api/defect-offers").body("items.title", hasItem(known.title()));
    }

    @Test
    void offer_publishedToTheOrganisation_ownersOfSimilarSystemsAreAskedOnce() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("wilma").published("organisation");
        defectOffering.offer();
        defectOffering.offer();
        assertThat(letters("wilma", defect)).hasSize(1);
        String id = offer("wilma", defect);
        get("wilma", "/api/defect-offers/" + id).statusCode(200).body("system", is(defect.similar())).body("overdue",
                is(false));
        get("pia", "/api/defect-offers/" + id).statusCode(404);
        get("pia", "/api/defect-offers/" + UUID.randomUUID()).statusCode(404);
        post("pia", "/api/defect-offers/" + id + "/answer", Map.of("answer", "yes")).statusCode(404);
        PageClient.as("wilma").get("/defect-offers").body(containsString(defect.title()));
        PageClient.as("carl").get("/defects/" + defect.id()).body(containsString("Does it apply elsewhere?"),
                containsString("not answered"));
        assertThat(JournalProbe.of(defect.day(), "defect-offered")).hasSize(1);
    }

    @Test
    void offer_ownedByATeam_anyMemberAnswers() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("web").published("organisation");
        defectOffering.offer();
        String id = offer("wim", defect);
        post("wilma", "/api/defect-offers/" + id + "/answer", Map.of("answer", "unknown")).statusCode(200)
                .body("answeredBy", is("wilma"));
        post("wim", "/api/defect-offers/" + id + "/answer", Map.of("answer", "yes")).statusCode(409);
        assertThat(JournalProbe.field(defect.day(), "defect-offer-answered", "answer")).containsExactly("unknown");
    }

    @Test
    void answer_yes_opensADefectOfThatSystem() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("wilma").published("organisation");
        defectOffering.offer();
        String reference = post("wilma", "/api/defect-offers/" + offer("wilma", defect) + "/answer", Map.of("answer", "yes"))
                .statusCode(200).body("answer", is("yes")).body("opened", startsWith("D-")).extract().path("opened");
        String opened = GameDay.as("carl").get("/api/defects?exercise=" + defect.day().id)
                .path("items.find { it.reference == '" + reference + "' }.id");
        get("carl", "/api/defects/" + opened).body("systems", is(List.of(defect.similar()))).body("severity", is("sev2"))
                .body("title", containsString(defect.title())).body("state", is("open"));
        defectOffering.offer();
        assertThat(JournalProbe.of(defect.day(), "defect-offered")).as("it is offered to nobody in turn").hasSize(1);
    }

    @Test
    void answer_senseless_refusedByName() {
        OfferedDefect defect = OfferedDefect.ofSystemsOf("wilma").published("organisation");
        defectOffering.offer();
        String path = "/api/defect-offers/" + offer("wilma", defect) + "/answer";
        post("wilma", path, Map.of("answer", "perhaps")).statusCode(422).body("field", is("answer"));
        post("wilma", path, Map.of()).statusCode(422).body("field", is("answer"));
        post("wilma", path, Map.of("answer", "no")).statusCode(422).body("field", is("reason"));
        post("wilma", path, Map.of("answer", "no", "reason", "It has a limit.")).statusCode(200).body("reason",
                is("It has a limit."));
    }

    private static String offer(String person, OfferedDefect defect) {
        return GameDay.as(person).get("/api/defect-offers").path("items.find { it.title == '" + defect.title() + "' }.id");
    }

    private static List<Delivery> letters(String person, OfferedDefect defect) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("person = ?1 and text like ?2", person, "%" + defect.title() + "%"));
    }
}
