package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** When items come: at, after (released, completed, missed, chosen; any, all; delay; orAt), manual, per team. */
@QuarkusTest
class TriggersTest {

    private static final String TASK = "task: {of: carl, text: Look.}";

    @Test
    void at_severalInstants_releasedInOrderAndOnce() {
        GameDay day = running("{key: third, at: PT0.4S, %s}", "{key: first, at: PT0.1S, %s}", "{key: second, at: PT0.1S, %s}");
        day.awaitItem("third", "released");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("first", "second", "third");
        Instant due = Instant.parse((String) day.item("third").get("dueAt"));
        Instant released = Instant.parse((String) day.item("third").get("releasedAt"));
        assertThat(Duration.between(due, released)).isBetween(Duration.ZERO, Duration.ofSeconds(5));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void afterReleased_delay_countsFromTheDueInstant() {
        GameDay day = running("{key: one, at: PT0.3S, %s}",
                "{key: two, after: {item: one, is: released, delay: PT0.2S}, %s}");
        day.awaitItem("two", "released");
        assertThat(day.item("two").get("due")).isEqualTo("PT0.5S");
    }

    @Test
    void afterReleased_releasedByHand_countsFromTheActualInstant() {
        GameDay day = running("{key: one, at: PT1H, %s}",
                "{key: two, after: {item: one, is: released, delay: PT0.1S}, %s}");
        day.moveItem("carl", "one", "released").statusCode(200);
        day.awaitItem("two", "released");
        assertThat(Duration.parse((String) day.item("two").get("due"))).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void afterCompleted_taskConfirmed_released() {
        GameDay day = running("{key: one, at: PT0M, %s}", "{key: two, after: {item: one, is: completed}, %s}");
        day.awaitItem("one", "released");
        assertThat(day.item("two").get("state")).isEqualTo("pending");
        day.moveItem("carl", "one", "completed").statusCode(200);
        day.awaitItem("two", "released");
    }

    @Test
    void afterMissed_deadlinePassed_contingencyReleased() {
        GameDay day = running("{key: seen, at: PT0M, expectation: {of: storage, text: Sees it., within: PT0.3S}}",
                "{key: hint, after: {item: seen, is: missed}, %s}");
        day.awaitItem("hint", "released");
        assertThat(day.item("seen").get("state")).isEqualTo("missed");
        assertThat(day.item("hint").get("due")).isEqualTo("PT0.3S");
    }

    @Test
    void afterMissed_expectationMet_contingencyNever() {
        GameDay day = running("{key: seen, at: PT0M, expectation: {of: storage, text: Sees it., within: PT2S}}",
                "{key: hint, after: {item: seen, is: missed}, %s}", "{key: later, at: PT2.3S, %s}");
        day.awaitItem("seen", "released");
        day.moveItem("eve", "seen", "completed").statusCode(200);
        day.awaitItem("later", "released");
        assertThat(day.item("hint").get("state")).isEqualTo("pending");
        assertThat(JournalProbe.of(day, "item-missed")).isEmpty();
    }

    @Test
    void afterMissed_completedLate_stillCompletes() {
        GameDay day = running("{key: seen, at: PT0M, expectation: {of: storage, text: Sees it., within: PT0.1S}}",
                "{key: praise, after: {item: seen, is: completed}, %s}");
        day.awaitItem("seen", "missed");
        day.moveItem("eve", "seen", "completed").statusCode(200);
        day.awaitItem("praise", "released");
        assertThat(day.item("seen").get("state")).isEqualTo("completed");
    }

    @Test
    void afterChosen_thatOption_releasedAndTheOtherNeverNotEvenAtOrAt() {
        GameDay day = running("{key: choice, at: PT0M, decision: {text: Which?, options: [go, stay]}}",
                "{key: gone, after: {item: choice, is: chosen, option: go}, %s}",
                "{key: stayed, after: {item: choice, is: chosen, option: stay, orAt: PT2S}, %s}",
                "{key: either, after: {item: choice, is: chosen}, %s}", "{key: later, at: PT2.3S, %s}");
        day.awaitItem("choice", "released");
        day.post("carl", "/timeline/choice/transitions", Map.of("to", "chosen", "option", "go")).statusCode(200);
        day.awaitItem("later", "released");
        assertThat(day.item("gone").get("state")).isEqualTo("released");
        assertThat(day.item("either").get("state")).isEqualTo("released");
        assertThat(day.item("stayed").get("state")).isEqualTo("pending");
        assertThat(day.item("choice")).containsEntry("state", "completed").containsEntry("option", "go");
    }

    @Test
    void afterChosen_allOfTwoAndOneDecidedOtherwise_neverNotEvenAtOrAt() {
        GameDay day = running("{key: one, at: PT0M, decision: {text: Which?, options: [go, stay]}}",
                "{key: two, at: PT0M, decision: {text: Which?, options: [go, stay]}}",
                "{key: both, after: {item: [one, two], is: chosen, option: go, of: all, orAt: PT1.5S}, %s}",
                "{key: later, at: PT1.8S, %s}");
        day.awaitItem("two", "released");
        day.post("carl", "/timeline/one/transitions", Map.of("to", "chosen", "option", "stay")).statusCode(200);
        day.awaitItem("later", "released");
        assertThat(day.item("both").get("state")).isEqualTo("pending");
    }

    @Test
    void orAt_conditionNotTrueByThen_releasedThere() {
        GameDay day = running("{key: choice, manual: true, decision: {text: Which?, options: [go, stay]}}",
                "{key: anyway, after: {item: choice, is: chosen, option: go, orAt: PT0.3S}, %s}");
        day.awaitItem("anyway", "released");
        assertThat(day.item("anyway").get("due")).isEqualTo("PT0.3S");
    }

    @Test
    void orAt_conditionTrueBefore_releasedThenAndOnlyOnce() {
        GameDay day = running("{key: one, at: PT0M, %s}",
                "{key: two, after: {item: one, is: completed, orAt: PT2S}, %s}", "{key: later, at: PT2.3S, %s}");
        day.awaitItem("one", "released");
        day.moveItem("carl", "one", "completed").statusCode(200);
        day.awaitItem("two", "released");
        day.awaitItem("later", "released");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("one", "two", "later");
    }

    @Test
    void any_firstOfTwo_released() {
        GameDay day = running("{key: one, at: PT0.1S, %s}", "{key: two, at: PT1H, %s}",
                "{key: then, after: {item: [one, two], is: released, of: any}, %s}");
        day.awaitItem("then", "released");
        assertThat(day.item("two").get("state")).isEqualTo("pending");
    }

    @Test
    void all_bothOfTwo_releasedAfterTheSecond() {
        GameDay day = running("{key: one, at: PT0M, %s}", "{key: two, at: PT0M, %s}",
                "{key: then, after: {item: [one, two], is: completed, of: all}, %s}");
        day.awaitItem("two", "released");
        day.moveItem("carl", "one", "completed").statusCode(200);
        assertThat(day.item("then").get("state")).isEqualTo("pending");
        assertThat(day.item("then").get("due")).isNull();
        day.moveItem("carl", "two", "completed").statusCode(200);
        day.awaitItem("then", "released");
    }

    @Test
    void manual_untilSomebodyReleasesIt_waits() {
        GameDay day = running("{key: hand, manual: true, %s}", "{key: clock, at: PT0.2S, %s}");
        day.awaitItem("clock", "released");
        assertThat(day.item("hand")).containsEntry("state", "pending").containsEntry("manual", true);
        day.moveItem("carl", "hand", "released").statusCode(200);
        assertThat(JournalProbe.facts(day, "item-released").get(1).path("by").asText()).isEqualTo("hand");
    }

    @Test
    void chain_sameInstant_wholeChainInOrder() {
        GameDay day = running("{key: d, after: {item: c, is: released}, %s}", "{key: c, after: {item: b, is: released}, %s}",
                "{key: b, after: {item: a, is: released}, %s}", "{key: a, at: PT0.2S, %s}");
        day.awaitItem("d", "released");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("a", "b", "c", "d");
        assertThat(JournalProbe.field(day, "item-released", "due")).containsOnly("PT0.2S");
    }

    @Test
    void forEachTeams_afterInsideIt_theSameTeamsItem() {
        GameDay day = running(
                "{key: ask, at: PT0M, forEach: teams, message: {to: everyone, channels: [in-app], text: Answer.}}",
                "{key: thank, forEach: teams, after: {item: ask, is: completed}, message: {to: everyone, channels: [in-app], text: Thanks.}}");
        day.awaitItem("ask.network", "released");
        day.awaitItem("ask.storage", "released");
        String known = (String) day.item("ask.storage").get("id");
        day.post("pia", "/timeline/" + known + "/replies", Map.of("text", "Here.")).statusCode(201);
        day.awaitItem("thank.storage", "released");
        assertThat(day.item("thank.network").get("state")).isEqualTo("pending");
        assertThat(JournalProbe.of(day, "message-received")).extracting(entry -> entry.audience)
                .containsExactlyInAnyOrder("team:network", "team:storage", "team:storage");
        List<Map<String, Object>> items = day.get("dana", "/timeline").extract().path("items");
        assertThat(items).as("teams that play, and no other").hasSize(4);
    }

    /** Observers and control staff answer a message to everyone too; what waits for the players goes on waiting. */
    @Test
    void reply_ofNoPlayer_recordedAndCompletesNothing() {
        GameDay day = running("{key: ask, at: PT0M, message: {to: everyone, channels: [in-app], text: Answer.}}",
                "{key: thank, after: {item: ask, is: completed}, %s}");
        day.awaitItem("ask", "released");
        String replies = "/timeline/" + day.item("ask").get("id") + "/replies";
        for (String person : List.of("olga", "carl", "eve", "dana")) {
            day.post(person, replies, Map.of("text", "I read it.")).statusCode(201);
        }
        assertThat(JournalProbe.of(day, "reply")).hasSize(4);
        assertThat(day.item("ask").get("state")).isEqualTo("released");
        assertThat(day.item("thank").get("state")).isEqualTo("pending");
        day.post("pia", replies, Map.of("text", "Done.")).statusCode(201);
        assertThat(day.item("ask").get("state")).isEqualTo("completed");
        day.awaitItem("thank", "released");
    }

    private static GameDay running(String... items) {
        return GameDay.running("timeline:\n  - " + String.join("\n  - ", items).replace("%s", TASK) + "\n");
    }
}
