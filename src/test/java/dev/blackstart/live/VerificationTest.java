package dev.blackstart.live;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.journal.Erasure;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A journal against what was kept of it elsewhere, and against the rows it records. */
@QuarkusTest
class VerificationTest {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: It holds., fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: told, manual: true, message: {to: everyone, channels: [in-app], text: Look.}}
              - {key: fault, manual: true, drill: cut}
              - {key: never, manual: true, task: {of: carl, text: Wait.}}
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    Journal journal;

    /** The chain alone cannot tell: entries were removed, and the head was set back to where they were. */
    @Test
    void anchor_tailRemovedAndHeadSetBack_notValid() throws SQLException {
        GameDay day = Lines.running();
        Lines.note(day, "carl", "one");
        JournalEntry last = JournalProbe.of(day).get((int) JournalProbe.verified(day).entries() - 1);
        Lines.note(day, "carl", "two");
        JournalEntry removed = JournalProbe.of(day).get((int) last.seq);
        verify(day, "?seq=" + removed.seq + "&hash=" + removed.hash).body("valid", is(true)).body("anchored", is(true))
                .body("hash", equalTo(removed.hash));
        execute("delete from journal_entry where exercise_id = ? and seq = " + removed.seq, day);
        execute("update exercise set journal_seq = " + last.seq + ", journal_hash = '" + last.hash + "' where id = ?", day);
        verify(day, "").body("valid", is(true)).body("anchored", nullValue());
        verify(day, "?seq=" + removed.seq + "&hash=" + removed.hash).body("valid", is(false)).body("anchored", is(false));
        verify(day, "?seq=" + last.seq + "&hash=" + last.hash).body("valid", is(true));
    }

    @ParameterizedTest
    @CsvSource({ "?seq=3,hash", "?seq=3&hash=abc,hash",
            "?hash=0000000000000000000000000000000000000000000000000000000000000000,seq",
            "?seq=-1&hash=0000000000000000000000000000000000000000000000000000000000000000,seq" })
    void anchor_incomplete_refused(String query, String field) {
        GameDay day = Lines.running();
        as("dana").get(Lines.path(day) + "/verification" + query).then().statusCode(422).body("field", is(field));
        as("pia").get(Lines.path(day) + "/verification" + query).then().statusCode(404);
    }

    @Test
    void rows_asTheJournalRecordsThem_noDifference() {
        GameDay day = day();
        day.move("dana", "ended").statusCode(200);
        verify(day, "").body("valid", is(true)).body("differences", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update timeline_item set state = 'PENDING' where exercise_id = ? and item_key = 'told' | item | told | state",
            "update timeline_item set body = '{\"message\": {\"to\": \"pia\", \"text\": \"No.\"}}' where exercise_id = ? and item_key = 'told' | item | told | text",
            "delete from timeline_item where exercise_id = ? and item_key = 'told' | item | told | missing",
            "update drill set state = 'REVERTED' where exercise_id = ? | fault | cut | state",
            "update drill set result = 'FAILED' where exercise_id = ? | fault | cut | result",
            "update finding set text = 'Something else.' where exercise_id = ? | finding | | text",
            "update finding set state = 'NOTED' where exercise_id = ? | finding | | state",
            "delete from finding where exercise_id = ? | finding | | missing" })
    void rows_changedBehindTheJournal_named(String change, String kind, String name, String what) throws SQLException {
        GameDay day = day();
        execute(change, day);
        ValidatableResponse answer = verify(day, "").body("valid", is(false)).body("firstBroken", nullValue())
                .body("differences", hasSize(1)).body("differences[0].kind", is(kind)).body("differences[0].what", is(what));
        if (name != null) {
            answer.body("differences[0].name", is(name));
        }
        answer.body("differences.toString()", not(containsString("Something else")));
    }

    /** Nothing of the person is left in the rows; the digests that are left prove the rest. */
    @Test
    void erasedPerson_journalStillValid() {
        GameDay day = day();
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.actor).containsExactly("pia");
        assertThat(journal.erase("pia", Erasure.KEY_AND_TEXTS)).isPositive();
        assertThat(JournalProbe.of(day)).noneMatch(entry -> entry.actor.equals("pia") || entry.audience.equals("person:pia")
                || entry.data.contains("The pager was silent."));
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.actor).containsExactly(Journal.ERASED);
        verify(day, "").body("valid", is(true)).body("differences", hasSize(0));
    }

    /** Control staff keep it where the database's keeper does not reach; players never read it. */
    @Test
    void end_controlStaffKeepTheHash_playersDoNot() {
        GameDay day = day();
        day.move("dana", "ended").statusCode(200);
        Map<String, Object> mail = as("carl").get("/api/outbox").then().extract().path("items.find { it.subject =~ /^ENDEX/ }");
        String[] kept = mail.get("text").toString().replaceAll("(?s).*seq=(\\d+)&hash=([0-9a-f]{64}).*", "$1 $2").split(" ");
        verify(day, "?seq=" + kept[0] + "&hash=" + kept[1]).body("anchored", is(true));
        assertThat(as("pia").get("/api/outbox").asString()).doesNotContain(kept[1]);
        day.get("dana", "/report").body("journal.hash",
                equalTo(JournalProbe.of(day).get(JournalProbe.of(day).size() - 1).hash));
    }

    /** Running, with one of everything. */
    private static GameDay day() {
        GameDay day = GameDay.running(DAY);
        day.moveItem("carl", "told", "released").statusCode(200);
        day.moveItem("carl", "fault", "released").statusCode(200);
        Lines.finding(day, "pia", "The pager was silent.");
        return day;
    }

    private static ValidatableResponse verify(GameDay day, String query) {
        return as("dana").get(Lines.path(day) + "/verification" + query).then().statusCode(200);
    }

    private void execute(String sql, GameDay day) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(day.id));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
