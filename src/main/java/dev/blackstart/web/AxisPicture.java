package dev.blackstart.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * One horizontal axis of the exercise clock, ready to be written as SVG by the tag {@code axispicture}: x is a percentage, so
 * that it fits every width; y is pixels. Positions come in microseconds since STARTEX. However many findings there are, the
 * picture stays small: those close together are one larger dot.
 *
 * @param label says it in a sentence, for those who do not see it
 * @param height in pixels
 */
public record AxisPicture(String label, int height, List<Tick> ticks, List<Mark> marks, List<Band> bands, List<Moment> moments,
        List<Dot> dots, List<Band> pauses, String now, int itemsY, int faultsY, int findingsY) {

    private static final long SECOND = 1_000_000L;
    private static final List<Long> STEPS = List.of(1L, 5L, 10L, 30L, 60L, 120L, 300L, 600L, 900L, 1_800L, 3_600L, 7_200L,
            14_400L, 21_600L, 43_200L, 86_400L, 172_800L, 604_800L);
    private static final int MOST_TICKS = 6;
    private static final int MOST_BANDS = 8;

    /** Findings nearer than this many thousandths of the axis are one dot. */
    private static final long NEAR = 8;

    private static final int TOP = 22;
    private static final int LANE = 46;
    private static final int BAND = 24;

    /** @param planned null where the plan set no instant @param actual null where it did not happen @param look as in states */
    public record Item(Long planned, Long actual, String look, String title) {
    }

    /** @param active whether it still stands @param clocks when its clocks stopped */
    public record Fault(long from, long until, boolean active, String title, List<Stop> clocks) {
    }

    /** A clock of a drill stopped. @param letter such as {@code D} @param word such as {@code detected} */
    public record Stop(long at, String letter, String word) {
    }

    /** Where the clock stood; {@code until} lies behind {@code from} where the clock counted the time all the same. */
    public record Pause(long from, long until, String title) {
    }

    /** @param minor left out on a narrow screen */
    public record Tick(String x, String text, boolean minor, String anchor) {
    }

    /** @param planned x of the outline, or null @param actual x of what is filled, or null @param apart they lie apart */
    public record Mark(String planned, String actual, boolean apart, String look, String title) {
    }

    /** @param width a percentage, or pixels for what has no length @param anchor where its title begins */
    public record Band(String x, String width, int y, boolean active, String title, String titleX, String anchor) {
    }

    public record Dot(String x, String radius, String title) {
    }

    /** Where a clock of a drill stopped. @param y the middle of its band */
    public record Moment(String x, int y, String letter, String title) {
    }

    /** @param now where the clock shows now; null when it is over */
    public static AxisPicture of(List<Item> items, List<Fault> faults, List<Long> findings, List<Pause> pauses, long end,
            Long now) {
        long length = Math.max(SECOND, LongStream.concat(LongStream.of(end), LongStream.concat(
                items.stream().flatMapToLong(item -> LongStream.of(or0(item.planned()), or0(item.actual()))),
                faults.stream().mapToLong(Fault::until))).max().orElse(0));
        Scale scale = new Scale(length);
        int rows = Math.max(1, Math.min(faults.size(), MOST_BANDS));
        int faultsY = TOP + LANE;
        int findingsY = faultsY + 18 + rows * BAND;
        int height = findingsY + LANE;
        return new AxisPicture(label(items, faults, findings, pauses, length), height, ticks(scale),
                items.stream().filter(item -> item.planned() != null || item.actual() != null).map(scale::mark).toList(),
                bands(faults, scale, faultsY + 18), moments(faults, scale, faultsY + 18), dots(findings, scale),
                stretches(pauses, scale),
                now == null ? null : scale.x(now), TOP + 28, faultsY, findingsY + 26);
    }

    private static long or0(Long position) {
        return position == null ? 0 : position;
    }

    private record Scale(long length) {
        String x(long position) {
            return percent(1 + 98.0 * Math.max(0, position) / length);
        }

        String width(long size) {
            return percent(98.0 * size / length);
        }

        boolean isWide(long size) {
            return size * 120 > length;
        }

        Mark mark(Item item) {
            boolean apart = item.planned() != null && item.actual() != null
                    && Math.abs(item.planned() - item.actual()) * 200 > length;
            return new Mark(item.planned() == null ? null : x(item.planned()), item.actual() == null ? null : x(item.actual()),
                    apart, item.look(), item.title());
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.min(100, share));
    }

    private static List<Tick> ticks(Scale scale) {
        long seconds = scale.length() / SECOND;
        long step = STEPS.stream().filter(one -> seconds / one < MOST_TICKS).findFirst().orElse(seconds / MOST_TICKS + 1);
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= seconds; at += step) {
            String text = Texts.clock(Duration.ofSeconds(at));
            boolean last = at + step > seconds && at * 10 > seconds * 9;
            ticks.add(new Tick(scale.x(at * SECOND), step % 60 == 0 ? text.substring(0, text.length() - 3) : text,
                    at / step % 2 == 1, at == 0 ? "start" : last ? "end" : "middle"));
        }
        return ticks;
    }

    /** Each on a row of its own, as long as there is room; then they share the last. */
    private static List<Band> bands(List<Fault> faults, Scale scale, int top) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            long size = Math.max(0, fault.until() - fault.from());
            boolean right = fault.from() * 10 > scale.length() * 6;
            bands.add(new Band(scale.x(fault.from()), scale.isWide(size) ? scale.width(size) : "6",
                    top + Math.min(i, MOST_BANDS - 1) * BAND, fault.active(), fault.title(),
                    scale.x(right ? fault.until() : fault.from()), right ? "end" : "start"));
        }
        return List.copyOf(bands);
    }

    private static List<Moment> moments(List<Fault> faults, Scale scale, int top) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            int y = top + Math.min(i, MOST_BANDS - 1) * BAND + 16;
            fault.clocks().forEach(stop -> moments.add(new Moment(scale.x(stop.at()), y, stop.letter(),
                    fault.title() + ": " + stop.word())));
        }
        return List.copyOf(moments);
    }

    private static List<Dot> dots(List<Long> findings, Scale scale) {
        Map<Long, Integer> near = new TreeMap<>();
        findings.forEach(at -> near.merge(Math.max(0, at) * 1_000 / NEAR / scale.length(), 1, Integer::sum));
        return near.entrySet().stream().map(entry -> {
            int count = entry.getValue();
            double radius = Math.min(11, 4 + Math.log(count) / Math.log(2));
            return new Dot(scale.x((2 * entry.getKey() + 1) * NEAR * scale.length() / 2_000),
                    String.format(Locale.ROOT, "%.1f", radius), Texts.count(count, "finding"));
        }).toList();
    }

    private static List<Band> stretches(List<Pause> pauses, Scale scale) {
        return pauses.stream().map(pause -> {
            long size = Math.max(0, pause.until() - pause.from());
            return new Band(scale.x(pause.from()), scale.isWide(size) ? scale.width(size) : "7", TOP, false, pause.title(),
                    null, null);
        }).toList();
    }

    private static String label(List<Item> items, List<Fault> faults, List<Long> findings, List<Pause> pauses, long length) {
        return "Time axis of %s: %s, %s, %s, %s. The tables below tell the same.".formatted(
                Texts.length(Duration.of(length, ChronoUnit.MICROS)), Texts.count(items.size(), "item"),
                Texts.count(faults.size(), "fault"), Texts.count(findings.size(), "finding"),
                Texts.count(pauses.size(), "pause"));
    }
}
