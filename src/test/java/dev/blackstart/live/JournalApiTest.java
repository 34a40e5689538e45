package dev.blackstart.live;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import javax.sql.DataSource;

@QuarkusTest
class JournalApiTest {

    @Inject
    DataSource database;

    private static JsonPath page(GameDay day, String person, Object after, int limit) {
        var request = as(person).queryParam("limit", limit);
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get(Lines.path(day)).then().statusCode(200).contentType("application/json").extract()
                .jsonPath();
    }

    @Test
    void page_controlStaff_numberedWithHash() {
        GameDay day = Lines.running();
        Lines.note(day, "carl", "the pager is silent");
        JsonPath page = page(day, "carl", null, 100);
        List<Integer> numbers = page.getList("entries.seq");
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(page.getList("entries.type")).contains("exercise-drafted", "exercise-scheduled", "startex", "note");
        assertThat(page.getList("entries.hash", String.class)).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(page.getInt("next")).isEqualTo(numbers.size());
        Map<String, Object> note = page.getMap("entries[-1]");
        assertThat(note).containsOnlyKeys("seq", "at", "clock", "type", "actor", "audience", "data", "hash", "salts")
                .containsEntry("type", "note").containsEntry("actor", "carl").containsEntry("audience", "control");
        assertThat(page.getMap("entries[-1].data")).containsOnlyKeys("note", "text")
                .containsEntry("text", "the pager is silent");
        assertThat(page.getMap("entries[-1].salts")).containsOnlyKeys("actor", "/text");
        assertThat(note.get("at").toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(note.get("clock").toString()).startsWith("PT");
    }

    @Test
    void page_byLimit_allOnceInOrder() {
        GameDay day = Lines.running();
        for (int i = 0; i < 7; i++) {
            Lines.note(day, "carl", "line " + i);
        }
        List<Integer> whole = page(day, "dana", null, 1000).getList("entries.seq");
        List<Integer> pieces = new ArrayList<>();
        Integer after = null;
        List<Integer> piece;
        do {
            JsonPath page = page(day, "dana", after, 3);
            piece = page.getList("entries.seq");
            after = page.getInt("next");
            pieces.addAll(piece);
        } while (!piece.isEmpty());
        assertThat(pieces).isEqualTo(whole);
        assertThat(after).isEqualTo(whole.size());
    }

    @Test
    void page_player_onlyTheirsWithoutNumbersOrHash() {
        GameDay day = Lines.running();
        Lines.note(day, "carl", "secret");
        Lines.note(day, "pia", "mine");
        Lines.note(day, "noel", "hers");
        day.post("carl", "/timeline/hint/transitions", Map.of("to", "released")).statusCode(200);
        Lines.finding(day, "noel", "everybody's");
        JsonPath page = page(day, "pia", null, 100);
        assertThat(page.getList("entries.audience")).containsExactly("roster", "person:pia", "team:storage", "roster");
        assertThat(page.getList("entries.type")).containsExactly("startex", "note", "message-received", "finding-logged");
        assertThat(page.getMap("entries[-1]").keySet().toString()).isEqualTo("[seq, at, clock, type, actor, audience, data]");
        List<String> places = page.getList("entries.seq");
        assertThat(places).allMatch(place -> place.matches("[A-Za-z0-9_-]{22}"));
        assertThat(new HashSet<>(places)).hasSize(4);
        assertThat(page.getString("next")).isEqualTo(places.get(3));
        assertThat(page(day, "noel", null, 100).getList("entries.audience")).containsExactly("roster", "person:noel",
                "roster");
    }

    @Test
    void page_player_hiddenEntriesChangeNothing() {
        GameDay day = Lines.running();
        Lines.finding(day, "pia", "one");
        String before = as("pia").get(Lines.path(day)).asString();
        String next = JsonPath.from(before).getString("next");
        for (int i = 0; i < 5; i++) {
            Lines.note(day, "carl", "secret " + i);
        }
        assertThat(as("pia").get(Lines.path(day)).asString()).isEqualTo(before);
        assertThat(page(day, "pia", next, 100).getMap("")).isEqualTo(Map.of("entries", List.of(), "next", next));
        Lines.finding(day, "pia", "two");
        JsonPath limited = page(day, "pia", next, 1);
        assertThat(limited.getList("entries.data.text")).containsExactly("two");
        assertThat(limited.getString("next")).isNotEqualTo(next);
    }

    @Test
    void page_beforeTheirFirstEntry_cursorOfTheBeginning() {
        GameDay day = Lines.running();
        JsonPath empty = page(day, "pete", null, 100);
        assertThat(empty.getList("entries")).as("out of play").isEmpty();
        assertThat(page(day, "pete", empty.getString("next"), 100).getMap("")).isEqualTo(empty.getMap(""));
        assertThat(page(day, "pia", empty.getString("next"), 100).getList("entries.type")).containsExactly("startex");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "1", "-1", "AAAAAAAAAAAAAAAAAAAAAA", "nonsense", "%20%C3%A4", "9999999999999999999999" })
    void page_playerWithAPlaceTheyWereNeverTold_422(String forged) {
        GameDay day = Lines.running();
        as("pia").urlEncodingEnabled(false).get(Lines.path(day) + "?after=" + forged).then().statusCode(422)
                .contentType("application/problem+json").body("field", equalTo("after"))
                .body("detail", containsString("after"));
    }

    @Test
    void page_playerWithAPlaceOfAnotherExercise_422() {
        String other = page(Lines.running(), "pia", null, 100).getString("next");
        as("pia").queryParam("after", other).get(Lines.path(Lines.running())).then().statusCode(422)
                .body("field", equalTo("after"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "x", "99999999999999999999", "1.5" })
    void page_controlWithWhatIsNoNumber_422(String after) {
        as("dana").queryParam("after", after).get(Lines.path(Lines.running())).then().statusCode(422)
                .body("field", equalTo("after"));
    }

    @Test
    void page_controlBeyondTheEnd_thatPlaceAgain() {
        assertThat(page(Lines.running(), "dana", 999, 10).getMap("")).isEqualTo(Map.of("entries", List.of(), "next", 999));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 1001 })
    void page_limitOutside_422(int limit) {
        as("dana").queryParam("limit", limit).get(Lines.path(Lines.running())).then().statusCode(422)
                .body("field", equalTo("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/json", "text/event-stream" })
    void journal_hidden_likeUnknown(String accept) {
        GameDay hidden = Lines.hidden();
        Response known = as("pia").accept(accept).get(Lines.path(hidden));
        Response unknown = as("pia").accept(accept).get("/api/exercises/" + UUID.randomUUID() + "/journal");
        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(known.asString()).isEqualTo(unknown.asString()).contains("Not found");
        assertThat(known.headers().asList().toString()).isEqualTo(unknown.headers().asList().toString());
    }

    @Test
    void journal_anonymous_401() {
        given().get(Lines.path(Lines.running())).then().statusCode(401);
    }

    @Test
    void page_anyAccept_json() {
        as("dana").accept("*/*").get(Lines.path(Lines.running())).then().statusCode(200)
                .contentType("application/json");
    }

    @Test
    void verification_whole_valid() {
        GameDay day = Lines.running();
        Lines.finding(day, "pia", "ümlaut and \"quotes\"");
        int entries = page(day, "dana", null, 1000).getInt("next");
        as("dana").get(Lines.path(day) + "/verification").then().statusCode(200).body("valid", equalTo(true))
                .body("entries", equalTo(entries)).body("firstBroken", nullValue());
    }

    @Test
    void verification_player_404() {
        GameDay day = Lines.running();
        as("pia").get(Lines.path(day) + "/verification").then().statusCode(404);
    }

    @Test
    void verification_whileWritten_valid() throws InterruptedException {
        GameDay day = Lines.running();
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!enough.get()) {
                Lines.note(day, "carl", "on and on");
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 40; i++) {
                as("dana").get(Lines.path(day) + "/verification").then().statusCode(200).body("valid", equalTo(true));
            }
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    /** A connection that kept the snapshot's isolation would fail those who conduct. */
    @Test
    void verification_done_connectionsAreAsBefore() throws SQLException {
        as("dana").get(Lines.path(Lines.running()) + "/verification").then().statusCode(200);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                connections.add(database.getConnection());
                assertThat(connections.get(i).getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update journal_entry set data = '{\"text\":\"never said\"}' where exercise_id = ? and seq = 5",
            "update journal_entry set actor = 'pia' where exercise_id = ? and seq = 5",
            "update journal_entry set audience = 'roster' where exercise_id = ? and seq = 5" })
    void verification_tampered_namesTheFirstBroken(String tampering) throws SQLException {
        GameDay day = Lines.running();
        Lines.note(day, "carl", "one");
        Lines.note(day, "carl", "two");
        execute(tampering, day);
        as("dana").get(Lines.path(day) + "/verification").then().statusCode(200).body("valid", equalTo(false))
                .body("entries", equalTo(6)).body("firstBroken", equalTo(5));
    }

    @Test
    void verification_tailCutOff_namesTheFirstMissing() throws SQLException {
        GameDay day = Lines.running();
        Lines.note(day, "carl", "one");
        execute("delete from journal_entry where exercise_id = ? and seq = 5", day);
        as("dana").get(Lines.path(day) + "/verification").then().statusCode(200).body("valid", equalTo(false))
                .body("entries", equalTo(4)).body("firstBroken", equalTo(5));
    }

    private void execute(String sql, GameDay day) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(day.id));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
