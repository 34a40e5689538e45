package dev.blackstart.insight.actions;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionItem.State;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.problem.Choice;

/** How many actions were open at the end of each month. */
final class Backlog {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    private static final Definition DEFINITION = new Definition(
            "Actions that were opened and not yet done at the end of each month, and how many of them were overdue then.",
            "the programme grows: more exercises show more. An action that was dropped is left out of all months, and one that was"
                    + " opened again counts as open since it was first opened.");

    private Backlog() {
    }

    static Figure figure(List<ActionItem> actions, InsightFilter filter, Instant now) {
        List<ActionItem> counted = actions.stream().filter(action -> action.state != State.DROPPED).toList();
        FigureTable.Builder table = FigureTable.columns("month=At the end of", "open#=Open", "overdue#=Of these overdue",
                "opened#=Opened in it", "done#=Done in it");
        List<BarRows.Row> rows = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        YearMonth last = YearMonth.from(filter.to());
        for (YearMonth month = YearMonth.from(filter.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            Instant begins = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (begins.isAfter(now)) {
                break;
            }
            Instant after = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = after.isAfter(now) ? now : after;
            List<ActionItem> here = counted.stream().filter(action -> isOpen(action, end)).toList();
            long overdue = here.stream().filter(action -> action.dueAt.isBefore(end)).count();
            open.add((long) here.size());
            table.row(MONTH.format(month), here.size(), overdue,
                    counted.stream().filter(action -> within(action.createdAt, begins, end)).count(),
                    counted.stream().filter(action -> within(Timeliness.done(action), begins, end)).count());
            rows.add(new BarRows.Row(MONTH.format(month), here.size() + " open, " + overdue + " overdue",
                    List.of(new BarRows.Part(here.size() - overdue, "solid", String.valueOf(here.size() - overdue), "open"),
                            new BarRows.Part(overdue, "second", String.valueOf(overdue), "overdue")),
                    null));
        }
        boolean any = !counted.isEmpty();
        return new Figure("backlog", "Backlog of actions", DEFINITION,
                any ? BarRows.of("Open actions at the end of each month. The table below says the same.", rows,
                        Math.max(1, open.stream().mapToLong(one -> one).max().orElse(1)),
                        List.of(Plot.Key.bar("solid", "open"), Plot.Key.bar("second", "open and overdue"))) : null,
                any ? table.build() : FigureTable.NONE, behind(counted, filter), any ? trend(open) : null);
    }

    /** Compares the end with three months before. */
    static String trend(List<Long> open) {
        if (open.size() < 2) {
            return null;
        }
        long last = open.get(open.size() - 1);
        long before = open.get(Math.max(0, open.size() - 4));
        String months = Math.min(3, open.size() - 1) == 1 ? "last month"
                : "over the last %d months".formatted(
                        Math.min(3, open.size() - 1));
        return "The backlog %s %s: from %d to %d.".formatted(
                last > before ? "grew" : last < before ? "shrank" : "stayed the same", months, before, last);
    }

    private static boolean isOpen(ActionItem action, Instant at) {
        Instant done = Timeliness.done(action);
        return action.createdAt.isBefore(at) && (done == null || !done.isBefore(at));
    }

    private static boolean within(Instant at, Instant begins, Instant end) {
        return at != null && !at.isBefore(begins) && at.isBefore(end);
    }

    private static FigureTable behind(List<ActionItem> actions, InsightFilter filter) {
        FigureTable.Builder behind = FigureTable.columns("opened=Opened", "action=Action", "state=State", "due=Due",
                "done=Done");
        actions.stream().filter(action -> isOpen(action, filter.until()) || filter.holds(Timeliness.done(action))
                || filter.holds(action.createdAt)).forEach(action -> behind.row(action.createdAt,
                        FigureTable.cell(action.title, "/actions/" + action.id), Choice.key(action.state), action.dueAt,
                        Timeliness.done(action)));
        return behind.build();
    }
}
