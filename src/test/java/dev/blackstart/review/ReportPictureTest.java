package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.web.AxisPicture;

class ReportPictureTest {

    private static final String KILL = "{'drill':'kill','title':'Kill the primary'}";

    /** Injected at 10 m of the clock, half an hour of pause at 20 m, reverted at 40 m of the clock. */
    private static WrittenJournal pausedMeanwhile() {
        return FailoverNight.begun().at("PT10M").entry("drill-armed", "blackstart", KILL)
                .entry("fault-injected", "carl", KILL).at("PT20M").entry("pausex", "carl", "{'cause':'asked'}")
                .at("PT20M", "PT50M").entry("resumed", "carl", "{}").at("PT40M", "PT70M")
                .entry("fault-reverting", "carl", KILL).entry("fault-reverted", "carl", "{'drill':'kill','verified':true}");
    }

    @Test
    void fault_pausedMeanwhile_bandOfTheClockNotOfTheWall() {
        AxisPicture picture = ReportPicture.of(FailoverNight.draft(pausedMeanwhile(), "PT90M"));
        // planned and shown to the 60th minute: 98 % are an hour
        assertThat(picture.bands()).singleElement().extracting("x", "width").containsExactly("17.33%", "49.00%");
        assertThat(picture.pauses()).singleElement().extracting("x", "width", "title")
                .containsExactly("33.67%", "7", "stood 30 m 00 s, asked for");
        assertThat(picture.now()).isEqualTo("99.00%");
    }

    @Test
    void outage_countedByTheClock_asWideAsItWas() {
        WrittenJournal journal = FailoverNight.begun().at("PT10M", "PT40M").entry("pausex", "blackstart", "{'cause':'outage'}")
                .at("PT40M", "PT40M").entry("resumed", "carl", "{}").entry("caught-up", "carl", "{'catchUp':'skip'}");
        assertThat(ReportPicture.of(FailoverNight.draft(journal, "PT41M")).pauses()).singleElement()
                .extracting("x", "width").containsExactly("17.33%", "49.00%");
    }

    @Test
    void picture_over_noNow() {
        WrittenJournal journal = FailoverNight.begun().at("PT5M").entry("endex", "dana", "{'outcome':'aborted'}");
        assertThat(ReportPicture.of(FailoverNight.draft(journal, "PT6M")).now()).isNull();
    }
}
