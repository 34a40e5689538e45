package dev.blackstart.conduct.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.conduct.recap.Recap.Line;
import dev.blackstart.journal.WrittenJournal;

/** Ten lines for somebody who comes late. */
class RecapTest {

    private static final Instant STARTEX = Instant.parse("2027-03-01T09:00:00Z");

    private final WrittenJournal journal = new WrittenJournal(STARTEX).at("PT0S").entry("startex", "dana", "{}");

    @Test
    void lines_nothingYet_none() {
        assertThat(Recap.lines(List.of(), 0)).isEmpty();
    }

    @Test
    void lines_aQuietMorning_stateThenNewestFirst() {
        journal.at("PT1M").entry("message-received", "blackstart",
                "{'message': 'm1', 'from': 'A customer', 'subject': 'Orders', 'text': 'EXERCISE EXERCISE EXERCISE\\nThey fail.'}")
                .at("PT2M").entry("finding-logged", "pia", "{'text': 'The page is red.', 'severity': 'sev2'}")
                .at("PT3M").entry("drill-armed", "blackstart", "{'drill': 'kill', 'title': 'Stop the primary'}")
                .at("PT4M").entry("fault-injected", "carl", "{'drill': 'kill', 'title': 'Stop the primary'}");
        assertThat(lines(1)).containsExactly("T+00:00:00 Running since T+00:00:00.",
                "T+00:04:00 Fault injected: Stop the primary", "T+00:02:00 Finding, sev2: The page is red.",
                "T+00:01:00 Message from A customer: Orders. They fail.",
                "T+00:00:00 STARTEX");
    }

    @Test
    void lines_findingsWithoutSeverity_counted() {
        journal.at("PT2M").entry("finding-logged", "pia", "{'text': 'Odd.'}");
        assertThat(lines(1)).contains("T+00:02:00 One finding was logged.").noneMatch(line -> line.contains("Odd."));
    }

    @Test
    void lines_pausedForRealEmergency_saidFirst() {
        journal.at("PT5M").entry("pausex", "dana", "{'cause': 'asked'}").at("PT5M", "PT6M").entry("resumed", "dana", "{}")
                .at("PT9M", "PT10M").entry("pausex", "pia", "{'cause': 'no-duff'}").entry("no-duff", "pia",
                        "{'text': 'Smoke in the hall'}");
        assertThat(lines(0)).containsExactly("T+00:09:00 Paused at T+00:09:00, for a real emergency.",
                "T+00:09:00 NO DUFF: Smoke in the hall", "T+00:05:00 It was paused once.", "T+00:00:00 STARTEX");
    }

    @Test
    void lines_faultsStandingAndTakenBack_eachOnce() {
        for (String drill : List.of("a", "b", "c", "d")) {
            journal.at("PT1M").entry("drill-armed", "blackstart", Map.of("drill", drill, "title", "Fault " + drill))
                    .entry("fault-injected", "carl", Map.of("drill", drill, "title", "Fault " + drill));
        }
        assertThat(lines(0)).contains("T+00:01:00 4 faults active: Fault d, Fault c, Fault b, Fault a");
        for (String drill : List.of("a", "b", "c")) {
            journal.at("PT2M").entry("fault-reverting", "carl", Map.of("drill", drill, "title", "Fault " + drill));
        }
        journal.entry("fault-reverted", "carl", Map.of("drill", "a", "title", "Fault a")).entry("fault-reverted", "carl",
                Map.of("drill", "b", "title", "Fault b"));
        assertThat(lines(0)).contains("T+00:02:00 Fault being reverted: Fault c", "T+00:01:00 Fault injected: Fault d",
                "T+00:02:00 Reverted: Fault b, Fault a");
    }

    @Test
    void lines_afterTheEnd_saySo() {
        journal.at("PT1H").entry("endex", "sol", "{'outcome': 'aborted'}");
        assertThat(lines(0).get(0)).isEqualTo("T+01:00:00 It has ended, aborted.");
        journal.entry("closed", "dana", "{}");
        assertThat(lines(0).get(0)).isEqualTo("T+01:00:00 It is closed.");
    }

    @Test
    void lines_aLongDay_tenShortOnes() {
        String endless = "word ".repeat(1_000) + "😀".repeat(100);
        for (int i = 0; i < 30; i++) {
            journal.at("PT" + i + "M").entry("message-received", "blackstart", Map.of("message", "m" + i, "text", endless))
                    .entry("message-received", "blackstart", Map.of("message", "m" + i, "text", endless))
                    .entry("finding-logged", "pia", Map.of("text", endless, "severity", i % 2 == 0 ? "sev1" : "sev4"))
                    .entry("item-revealed", "blackstart", Map.of("item", "i", "body", Map.of("task", Map.of("text", endless))))
                    .entry("pausex", "carl", Map.of("cause", "asked")).entry("resumed", "carl", Map.of())
                    .entry("drill-armed", "blackstart", Map.of("drill", "d" + i, "title", endless))
                    .entry("no-duff", "pia", Map.of("text", endless)).entry("resumed", "dana", Map.of());
        }
        List<Line> lines = Recap.lines(journal.entries(), 12_345);
        assertThat(lines).hasSize(Recap.MOST).allSatisfy(line -> assertThat(line.text()).hasSizeLessThan(140));
        assertThat(lines).extracting(Line::text).anyMatch(text -> text.startsWith("12,345 findings were logged"));
    }

    @Test
    void lines_entriesOfOtherKinds_notTold() {
        journal.at("PT1M").entry("item-released", "blackstart", "{'item': 'secret'}").entry("note", "carl",
                "{'text': 'secret'}").entry("reason", "dana", "{'text': 'secret'}").entry("reply", "pia", "{'text': 'secret'}");
        assertThat(lines(0)).noneMatch(line -> line.contains("secret"));
    }

    private List<String> lines(long findings) {
        return Recap.lines(journal.entries(), findings).stream().map(line -> line.clock() + " " + line.text()).toList();
    }
}
