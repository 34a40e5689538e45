package dev.blackstart.conduct.controlroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import dev.blackstart.probe.page.ProbeView;
import dev.blackstart.probe.sampling.ProbeSeries;
import dev.blackstart.probe.sampling.ProbeSeries.Point;

/**
 * A probe on the time axis of the control room: what it measured as a line, and where it was outside tolerance. Positions are
 * thousandths of the axis, values run from 0 (highest) to 100 (lowest).
 *
 * @param lines points of a line each; it is broken where there is no data
 * @param last the newest value in words
 * @param says all of it in a sentence, for those who do not see it
 */
public record ProbeLane(String key, String state, List<String> lines, List<Stretch> outside, String last, String says,
        String why) {

    private static final long MICROS = 1_000_000L;
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 100;

    /** Where it was outside. */
    public record Stretch(String x, String width) {
    }

    static ProbeLane of(ProbeView view, List<Point> points, ToLongFunction<Instant> clock, long seconds) {
        List<double[]> places = points.stream().map(point -> new double[] { x(clock, point.at(), seconds),
                point.value() == null ? Double.NaN : point.value() }).toList();
        String unit = ProbeSeries.isOfValues(view.planned()) ? "" : " ms";
        String why = view.problems().isEmpty() ? view.last() == null ? null : view.last().message()
                : String.join(" ", view.problems());
        String last = last(view);
        return new ProbeLane(view.key(), view.state(), lines(places), outside(points, places), last,
                "Probe %s is %s%s; %s".formatted(view.key(), view.state(), last.isEmpty() ? "" : ", " + last,
                        range(places, unit)),
                why);
    }

    /** Name of the icon that says the state without colour. */
    public String icon() {
        return switch (state) {
            case "inside" -> "done";
            case "outside" -> "warning";
            default -> "info";
        };
    }

    private static double x(ToLongFunction<Instant> clock, Instant at, long seconds) {
        return Math.max(0, Math.min(WIDTH, WIDTH * clock.applyAsLong(at) / MICROS / seconds));
    }

    private static String last(ProbeView view) {
        if (view.last() == null) {
            return "";
        }
        String time = view.last().latency().toMillis() + " ms";
        return view.last().value() == null ? time : view.last().value() + ", " + time;
    }

    private static String range(List<double[]> places, String unit) {
        double lowest = places.stream().mapToDouble(place -> place[1]).filter(Double::isFinite).min().orElse(Double.NaN);
        double highest = places.stream().mapToDouble(place -> place[1]).filter(Double::isFinite).max().orElse(Double.NaN);
        return Double.isNaN(lowest) ? "no values yet"
                : String.format(Locale.ROOT, "values from %.1f%s to %.1f%s", lowest, unit, highest, unit);
    }

    private static List<String> lines(List<double[]> places) {
        double lowest = Math.min(0, places.stream().mapToDouble(place -> place[1]).filter(Double::isFinite).min().orElse(0));
        double highest = places.stream().mapToDouble(place -> place[1]).filter(Double::isFinite).max().orElse(1);
        double span = highest - lowest <= 0 ? 1 : highest - lowest;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (double[] place : places) {
            if (Double.isFinite(place[1])) {
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", place[0], HEIGHT - HEIGHT * (place[1] - lowest) / span));
            } else {
                end(line, lines);
            }
        }
        end(line, lines);
        return lines;
    }

    private static void end(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }

    /** Neighbours that are outside are one stretch; each reaches to the next point. */
    private static List<Stretch> outside(List<Point> points, List<double[]> places) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= points.size(); i++) {
            boolean isOutside = i < points.size() && points.get(i).outside();
            if (isOutside && from < 0) {
                from = i;
            } else if (!isOutside && from >= 0) {
                double end = places.get(Math.min(i, points.size() - 1))[0];
                stretches.add(new Stretch(text(places.get(from)[0]), text(Math.max(2, end - places.get(from)[0]))));
                from = -1;
            }
        }
        return stretches;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
