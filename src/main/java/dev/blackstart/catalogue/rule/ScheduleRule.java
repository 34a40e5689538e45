package dev.blackstart.catalogue.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;
import dev.blackstart.time.TimeZones;

/** Zones exist, windows open before they close, preparation lies inside its window. */
public class ScheduleRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        PlanNode schedule = plan.at("schedule");
        zone(schedule.at("zone"), remarks);
        PlanTimes.refuseZero(schedule.at("duration"), remarks, "An exercise takes some time; write for example PT2H.");
        window(schedule, remarks);
        repeat(schedule.at("repeat"), remarks);
        plan.each("preparation").forEach(item -> preparation(item, schedule, remarks));
    }

    private static void zone(PlanNode zone, Diagnostics remarks) {
        if (!zone.isText()) {
            return;
        }
        try {
            ZoneId.of(zone.text());
        } catch (DateTimeException unknown) {
            String nearest = TimeZones.meant(zone.text())
                    .orElseGet(() -> Suggestion.nearest(zone.text(), ZoneId.getAvailableZoneIds()));
            remarks.error(zone, "There is no time zone '%s'; %s".formatted(zone.text(),
                    nearest == null ? "write for example Europe/Berlin." : "did you mean '" + nearest + "'?"));
        }
    }

    private static void window(PlanNode schedule, Diagnostics remarks) {
        PlanNode window = schedule.at("window");
        boolean wanted = "window".equals(schedule.text("notice"));
        if (wanted && !window.isThere()) {
            remarks.error(schedule.at("notice"), "Notice 'window' needs window: {from, until}.");
        } else if (!wanted && window.isThere()) {
            remarks.warn(window, "The window is told only with notice: window.");
        }
        Instant from = instant(window.at("from"), false, remarks);
        Instant until = instant(window.at("until"), true, remarks);
        if (from != null && until != null && !from.isBefore(until)) {
            remarks.error(window.at("until"), "The window closes before it opens.");
        }
    }

    /** A date stands for its beginning or its end, in whatever zone: the order is all that matters here. */
    private static Instant instant(PlanNode spot, boolean end, Diagnostics remarks) {
        if (!spot.isText()) {
            return null;
        }
        try {
            if (spot.text().length() > 10) {
                return OffsetDateTime.parse(spot.text()).toInstant();
            }
            return LocalDate.parse(spot.text()).plusDays(end ? 1 : 0).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unreadable) {
            remarks.error(spot, "'%s' is no date; write for example 2027-03-01 or 2027-03-01T08:00:00Z."
                    .formatted(spot.text()));
            return null;
        }
    }

    private static void repeat(PlanNode repeat, Diagnostics remarks) {
        zone(repeat.at("zone"), remarks);
        PlanTimes.refuseZero(repeat.at("every"), remarks,
                "This repeats without end at the same moment; write for example P7D.");
        String hours = repeat.text("hours");
        if (hours != null && hours.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d") && hours.substring(0, 5).compareTo("24:00") < 0
                && hours.substring(0, 5).compareTo(hours.substring(6)) >= 0) {
            remarks.error(repeat.at("hours"), "The hours end before they begin; until midnight is written 24:00.");
        }
    }

    private static void preparation(PlanNode item, PlanNode schedule, Diagnostics remarks) {
        Duration due = PlanTimes.of(item.at("due"));
        if (due == null) {
            return;
        }
        Duration window = PlanTimes.of(schedule.at("preparation"));
        Duration open = window == null ? Duration.ZERO : window;
        if (!due.isNegative() && !due.isZero()) {
            remarks.error(item.at("due"), "This is due after STARTEX; did you mean '-%s'?".formatted(item.text("due")));
        } else if (due.negated().compareTo(open) > 0) {
            remarks.error(item.at("due"), window == null
                    ? "This is due before STARTEX, and the schedule has no preparation; write for example preparation: P14D."
                    : "This is due before the preparation begins, which is %s before STARTEX."
                            .formatted(schedule.text("preparation")));
        }
    }
}
