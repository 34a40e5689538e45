package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.blackstart.web.AxisPicture.Fault;
import dev.blackstart.web.AxisPicture.Item;
import dev.blackstart.web.AxisPicture.Pause;
import dev.blackstart.web.AxisPicture.Stop;
import dev.blackstart.web.AxisPicture.Tick;

/** Of an hour: 1 % left free at each side, so that a minute is 98/60 %. */
class AxisPictureTest {

    private static long minutes(double minutes) {
        return (long) (minutes * 60_000_000L);
    }

    private static AxisPicture hour(List<Item> items, List<Fault> faults, List<Long> findings, List<Pause> pauses) {
        return AxisPicture.of(items, faults, findings, pauses, minutes(60), null);
    }

    @Test
    void ticks_ofAnHour_everyQuarterOrSo() {
        assertThat(hour(List.of(), List.of(), List.of(), List.of()).ticks()).extracting(Tick::text)
                .containsExactly("T+00:00", "T+00:15", "T+00:30", "T+00:45", "T+01:00");
    }

    @Test
    void ticks_ofEveryLength_neverTooMany() {
        for (long seconds : new long[] { 0, 1, 7, 59, 61, 3_599, 3_601, 90_000, 3_000_000, 400_000_000 }) {
            AxisPicture picture = AxisPicture.of(List.of(), List.of(), List.of(), List.of(), seconds * 1_000_000, null);
            assertThat(picture.ticks()).as("%d s", seconds).hasSizeBetween(1, 7);
        }
        assertThat(AxisPicture.of(List.of(), List.of(), List.of(), List.of(), minutes(0.5), null).ticks())
                .extracting(Tick::text).contains("T+00:00:10");
    }

    @Test
    void marks_plannedAndActual_outlineAndFilledApart() {
        AxisPicture picture = hour(List.of(new Item(minutes(30), minutes(45), "done", "late"),
                new Item(minutes(30), minutes(30.1), "done", "in time"), new Item(minutes(10), null, "skipped", "never"),
                new Item(null, minutes(60), "missed", "waited"), new Item(null, null, "done", "nowhere")), List.of(), List.of(),
                List.of());
        assertThat(picture.marks()).hasSize(4);
        assertThat(picture.marks().get(0)).extracting("planned", "actual", "apart").containsExactly("50.00%", "74.50%", true);
        assertThat(picture.marks().get(1).apart()).isFalse();
        assertThat(picture.marks().get(2).actual()).isNull();
        assertThat(picture.marks().get(3)).extracting("planned", "actual").containsExactly(null, "99.00%");
    }

    @Test
    void bands_faults_eachOnItsRowAndNeverInvisible() {
        AxisPicture picture = hour(List.of(), List.of(new Fault(minutes(15), minutes(45), false, "cut", List.of()),
                new Fault(minutes(50), minutes(50), true, "blink", List.of())), List.of(), List.of());
        assertThat(picture.bands().get(0)).extracting("x", "width", "anchor").containsExactly("25.50%", "49.00%", "start");
        assertThat(picture.bands().get(1)).extracting("width", "active", "anchor").containsExactly("6", true, "end");
        assertThat(picture.bands().get(1).y()).isGreaterThan(picture.bands().get(0).y());
    }

    @Test
    void moments_clockStopped_markedOnTheBandOfItsFault() {
        AxisPicture picture = hour(List.of(), List.of(new Fault(minutes(15), minutes(45), false, "cut",
                List.of(new Stop(minutes(20), "D", "detected"))),
                new Fault(minutes(15), minutes(45), false, "kill",
                        List.of(new Stop(minutes(30), "R", "recovered")))),
                List.of(), List.of());
        assertThat(picture.moments()).extracting("x", "letter", "title")
                .containsExactly(tuple("33.67%", "D", "cut: detected"), tuple("50.00%", "R", "kill: recovered"));
        assertThat(picture.moments().get(1).y() - picture.moments().get(0).y())
                .isEqualTo(picture.bands().get(1).y() - picture.bands().get(0).y());
    }

    @Test
    void bands_manyFaults_heightStaysBounded() {
        List<Fault> faults = LongStream.range(0, 50).mapToObj(i -> new Fault(minutes(i), minutes(i + 5), false, "f", List.of()))
                .toList();
        AxisPicture picture = hour(List.of(), faults, List.of(), List.of());
        assertThat(picture.bands()).hasSize(50).allSatisfy(band -> assertThat(band.y()).isLessThan(picture.height()));
        assertThat(picture.height()).isLessThan(400);
    }

    @Test
    void dots_thousandsOfFindings_fewAndLarger() {
        AxisPicture picture = hour(List.of(), List.of(), LongStream.range(0, 5_000).map(i -> i * minutes(60) / 5_000).boxed()
                .toList(), List.of());
        assertThat(picture.dots()).hasSizeBetween(100, 130);
        AxisPicture one = hour(List.of(), List.of(), List.of(minutes(30)), List.of());
        assertThat(one.dots()).singleElement().extracting("radius", "title").containsExactly("4.0", "1 finding");
        assertThat(Double.parseDouble(picture.dots().get(3).radius())).isGreaterThan(4);
    }

    @Test
    void pauses_withoutLengthOnTheClock_stillSeen() {
        AxisPicture picture = hour(List.of(), List.of(), List.of(), List.of(new Pause(minutes(10), minutes(10), "stood 5 m"),
                new Pause(minutes(20), minutes(50), "outage, counted")));
        assertThat(picture.pauses().get(0).width()).isEqualTo("7");
        assertThat(picture.pauses().get(1).width()).isEqualTo("49.00%");
    }

    @Test
    void label_saysItInASentence() {
        assertThat(AxisPicture.of(List.of(), List.of(), List.of(), List.of(), Duration.ofMinutes(12).toNanos() / 1_000, 0L)
                .label()).isEqualTo("Time axis of 12 m 00 s: 0 items, 0 faults, 0 findings, 0 pauses. The tables below tell the"
                        + " same.");
    }
}
