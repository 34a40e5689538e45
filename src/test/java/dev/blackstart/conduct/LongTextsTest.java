package dev.blackstart.conduct;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

/** A text as long as its field allows is kept whole, whatever its characters are: an emoji is one of them. */
@QuarkusTest
class LongTextsTest {

    private static final String LINE = "\uD83D\uDD25".repeat(200);
    private static final String REASON = "\uD83D\uDD25".repeat(2_000);

    @Test
    void plan_everyLineFullOfEmoji_conducted() {
        GameDay day = GameDay.running(
                """
                        drills:
                          - {key: cut, kind: custom, title: "LINE", owner: tess, targets: [orders-db], maxDuration: PT1H,
                            fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Join.}}
                        callTrees:
                          - {key: tree, message: {subject: "LINE", confirmQuestion: "LINE"}, root: {person: pia, channels: [email, phone, webhook]}}
                        preparation: [{key: ready, team: storage, kind: other, title: "LINE", neutral: "LINE"}]
                        timeline:
                          - {key: open, at: PT0S, message: {to: everyone, channels: [email, webhook], from: "LINE", subject: "LINE", text: x}}
                          - {key: spoken, at: PT0S, message: {to: pia, channels: [spoken], subject: "LINE", text: x}}
                          - {key: fault, at: PT0S, drill: cut}
                          - {key: call, at: PT0S, callTree: tree}
                          - {key: choose, at: PT0S, decision: {text: "LINE", options: ["LINE", other]}}
                          - {key: last, at: PT1S, task: {of: carl, text: Last.}}
                        """
                        .replace("LINE", LINE));
        day.awaitItem("last", "released");
        assertThat(JournalProbe.of(day, "item-failed")).isEmpty();
        day.post("carl", "/timeline/choose/transitions", Map.of("to", "chosen", "option", LINE, "reason", REASON))
                .statusCode(200);
        day.post("carl", "/transitions", Map.of("to", "paused", "reason", REASON)).statusCode(200);
        day.post("dana", "/transitions", Map.of("to", "ended", "reason", REASON)).statusCode(200);
    }

    @Test
    void followUpAndDirectory_fullOfEmoji_kept() {
        GameDay day = GameDay.running("timeline: [{key: open, manual: true, message: {to: everyone, text: x}}]");
        String finding = day.post("pia", "/findings", Map.of("text", REASON)).statusCode(201).extract().path("id");
        String defect = created("/api/defects", Map.of("findings", List.of(finding), "title", LINE, "contributingFactors",
                List.of(REASON), "systems", List.of(LINE)));
        created("/api/defects/" + defect + "/actions", Map.of("title", LINE, "owner", "pia", "override", REASON));
        created("/api/incidents", Map.of("title", LINE, "systems", List.of("customer-data")));
        created("/api/blackouts", Map.of("from", Instant.now().plusSeconds(30_000_000).toString(), "until",
                Instant.now().plusSeconds(30_000_100).toString(), "reason", REASON));
    }

    /** Columns are wider than what may be entered: these are the limits of forms, API and schema. */
    @Test
    void column_asNarrowAsALimit_none() {
        List<?> narrow = QuarkusTransaction.requiringNew().call(() -> Panache.getEntityManager().createNativeQuery("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = current_schema() and character_maximum_length in (120, 200, 2000, 20000)
                    and table_name not like 'qrtz%' and table_name not like 'flyway%' and column_name not in ('plan_key',
                    'carries')""").getResultList());
        assertThat(narrow).isEmpty();
    }

    private static String created(String path, Map<String, ?> body) {
        ExtractableResponse<Response> answer = as("dana").contentType("application/json").body(body).post(path).then()
                .extract();
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(201);
        return answer.path("id");
    }
}
