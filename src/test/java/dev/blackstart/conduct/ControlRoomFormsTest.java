package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import dev.blackstart.conduct.banner.Banners;
import dev.blackstart.conduct.controlroom.ControlRoomLive;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What the buttons of the control room send: the same on the page as it is loaded and in the parts that are pushed to it. */
@QuarkusTest
class ControlRoomFormsTest {

    private static final String TIMELINE = """
            timeline:
              - {key: choice, at: PT0M, decision: {text: Which?, options: [go, stay]}}
              - {key: later, at: PT1H, task: {of: carl, text: Later.}}
            """;

    @Inject
    ControlRoomLive live;

    @Inject
    Banners banners;

    @Test
    void decisionAbortAndEnd_pageAndPushedParts_sendAllTheirFields() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("choice", "released");
        for (String html : List.of(page(day), pushed(day))) {
            assertThat(sentBy(html, "go")).containsExactly(Map.of("to", "chosen", "option", "go"));
            assertThat(sentBy(html, "stay")).containsExactly(Map.of("to", "chosen", "option", "stay"));
            assertThat(sentBy(html, "Abort…")).containsExactly(Map.of("to", "ended", "outcome", "aborted"));
            assertThat(sentBy(html, "End…")).containsExactly(Map.of("to", "ended", "outcome", "completed"));
        }
    }

    @Test
    void end_outcomeMissing_refusedAndNothingEnds() {
        GameDay day = GameDay.running(TIMELINE);
        FormClient dana = FormClient.of("dana");
        String to = "/exercises/" + day.id + "/transitions";
        dana.form().formParam("to", "ended").post(to).then().statusCode(422);
        dana.form().post(to).then().statusCode(422);
        dana.form().formParam("to", "").formParam("outcome", "aborted").post(to).then().statusCode(422);
        assertThat(day.get("dana", "").extract().<String> path("state")).isEqualTo("running");
    }

    @Test
    void decision_optionWithoutWhatItIsToBecome_refused() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("choice", "released");
        FormClient.of("dana").form().formParam("option", "go").post("/exercises/" + day.id + "/timeline/choice/transitions")
                .then()
                .statusCode(422);
        assertThat(day.item("choice").get("state")).isEqualTo("released");
    }

    private static String page(GameDay day) {
        return FormClient.of("dana").browser().get("/exercises/" + day.id + "/control-room").then().statusCode(200).extract()
                .asString();
    }

    private String pushed(GameDay day) {
        Permissions all = new Permissions(Set.of(Permission.values()));
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = Exercise.findById(UUID.fromString(day.id));
            return banners.pushed(exercise, all, live.name(), Instant.now())
                    + String.join("\n", live.parts(exercise, all, Instant.now()).values());
        });
    }

    /** The fields of each form with such a button, the token left out. */
    private static List<Map<String, String>> sentBy(String html, String verb) {
        List<Map<String, String>> sent = new ArrayList<>();
        for (Element button : Jsoup.parse(html).select("form button")) {
            if (button.ownText().equals(verb)) {
                Map<String, String> fields = button.closest("form").select("input[name]:not([name=csrf-token])").stream()
                        .collect(Collectors.toMap(field -> field.attr("name"), field -> field.attr("value")));
                if (button.hasAttr("name")) {
                    fields.put(button.attr("name"), button.attr("value"));
                }
                sent.add(fields);
            }
        }
        return sent;
    }
}
