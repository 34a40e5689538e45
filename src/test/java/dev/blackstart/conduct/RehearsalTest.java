package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** The same plan, dry and fast, among control staff. */
@QuarkusTest
class RehearsalTest {

    private static final String DAY = """
            drills:
              - key: cut
                kind: network-cut
                title: Cut it
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Mend.}
                maxDuration: PT5H
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: fault, at: PT20M, drill: cut}
              - {key: met, at: PT30M, assume: met, expectation: {of: storage, text: Sees it., within: PT10M}}
              - {key: missed, at: PT30M, assume: missed, expectation: {of: storage, text: Says it., within: PT10M}}
              - {key: hint, after: {item: missed, is: missed}, message: {to: storage, channels: [in-app], text: Look.}}
              - {key: unneeded, after: {item: met, is: missed}, message: {to: storage, channels: [in-app], text: Look.}}
              - {key: back, at: PT90M, revert: cut}
              - {key: end, at: PT2H, endex: {}}
            """;

    @Test
    void rehearsal_at3600_twoHoursInSecondsWithDryFaultsAndMessages() {
        GameDay day = GameDay.rehearsing(DAY, 3_600);
        day.awaitState("ended");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("open", "fault", "met", "missed", "hint",
                "back", "end");
        assertThat(day.item("met").get("state")).isEqualTo("completed");
        assertThat(day.item("missed").get("state")).isEqualTo("missed");
        assertThat(day.item("hint").get("due")).isEqualTo("PT40M");
        assertThat(day.item("unneeded").get("state")).isEqualTo("skipped");
        day.get("carl", "/drills").body("items[0].state", is("reverted"));
        assertThat(JournalProbe.field(day, "item-released", "due")).contains("PT20M", "PT1H30M", "PT2H");
        List<Delivery> sent = QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("exerciseId", UUID.fromString(day.id)));
        assertThat(sent).isNotEmpty().allSatisfy(delivery -> {
            assertThat(delivery.state).isEqualTo(Delivery.State.DRY);
            assertThat(delivery.sentAt).isNull();
        });
        assertThat(JournalProbe.verified(day).valid()).isTrue();
        day.move("dana", "closed").statusCode(200);
    }

    @Test
    void rehearsal_forAnybodyButControlStaff_doesNotExist() {
        GameDay day = GameDay.rehearsing(DAY, 60);
        for (String person : List.of("pia", "olga", "wilma")) {
            day.get(person, "").statusCode(404);
            day.get(person, "/timeline").statusCode(404);
            day.post(person, "/findings", Map.of("text", "I see it.")).statusCode(404);
            GameDay.as(person).get("/api/exercises").then().body("items.id", not(hasItem(day.id)));
        }
        for (String person : List.of("dana", "carl", "sol", "eve", "adam")) {
            day.get(person, "").statusCode(200).body("mode", is("rehearsal")).body("speed", is(60));
        }
    }

    @Test
    void rehearsal_noGate_startsWithoutRoles() {
        GameDay day = GameDay.rehearsing("timeline: [{key: one, at: PT0M, task: {of: carl, text: Look.}}]", 1);
        day.get("dana", "/gate").body("passes", is(true));
        day.get("dana", "").body("state", is("running"));
    }

    @Test
    void rehearsal_pausedAtSpeed_standsAndGoesOn() {
        GameDay day = GameDay.rehearsing(DAY, 60);
        day.move("carl", "paused").statusCode(200);
        String stood = day.get("carl", "").extract().path("clock");
        day.get("carl", "").body("clock", is(stood));
        day.move("carl", "running").statusCode(200);
        assertThat(day.item("fault").get("state")).isEqualTo("pending");
    }
}
