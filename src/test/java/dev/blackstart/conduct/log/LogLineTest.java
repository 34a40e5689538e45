package dev.blackstart.conduct.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.WrittenJournal;

class LogLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "call-tree-ended; {'tree':'on-call','result':'failed'}; missed",
            "call-tree-ended; {'tree':'on-call','result':'inconclusive'}; unknown",
            "call-tree-ended; {'tree':'on-call','result':'passed'}; done",
            "item-completed; {'item':'page','kind':'callTree','reason':'failed'}; call",
            "item-completed; {'item':'ask','kind':'task'}; done",
            "drill-result; {'drill':'kill','result':'failed'}; missed",
            "drill-result; {'drill':'kill','result':'passed'}; done",
            "fault-reverted; {'drill':'kill','verified':false}; warning",
            "fault-reverted; {'drill':'kill','verified':true}; done",
    })
    void icon_checkMark_onlyForWhatWentAsItShould(String type, String data, String icon) {
        WrittenJournal journal = new WrittenJournal(Instant.parse("2027-03-09T09:00:00Z")).at("PT1M").entry(type, "carl", data);

        assertThat(line(journal).icon()).isEqualTo(icon);
    }

    @ParameterizedTest
    @CsvSource({ "1, 1 place", "2, 2 places" })
    void text_counts_singularAndPlural(int places, String said) {
        WrittenJournal journal = new WrittenJournal(Instant.parse("2027-03-09T09:00:00Z")).at("PT1M")
                .entry("call-tree-activated", "carl", "{'tree':'on-call','places':" + places + "}");

        assertThat(line(journal).said().text()).contains(said);
    }

    private static LogLine line(WrittenJournal journal) {
        JournalEntry entry = journal.entries().get(0);
        return LogLine.of(entry, new LogContext(UUID.randomUUID(), Map.of(), Map.of()), "Carl", false);
    }
}
