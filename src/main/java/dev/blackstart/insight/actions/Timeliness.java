package dev.blackstart.insight.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionItem.State;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.figure.Share;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** How many actions were done by the day they were due. */
final class Timeliness {

    private static final Definition DEFINITION = new Definition(
            "Actions by the quarter in which they were due: done by that day, done later, or not done although the day is over."
                    + " The share counts those that were done in time among all whose day is over; dropped ones are left out.",
            "days were moved: an action counts by the day that stands now. A small share of few actions is chance, and a large"
                    + " share says nothing about whether the action was the right one: see what comes up again.");

    private Timeliness() {
    }

    /** How an action stands to its day. */
    enum Standing {
        ON_TIME,
        LATE,
        OVERDUE,
        /** Its day is still to come. */
        AHEAD;

        static Standing of(ActionItem action, Instant now) {
            Instant done = done(action);
            if (done != null) {
                return done.isAfter(action.dueAt) ? LATE : ON_TIME;
            }
            return action.dueAt.isAfter(now) ? AHEAD : OVERDUE;
        }
    }

    /** When it was done; null while it is not. */
    static Instant done(ActionItem action) {
        return action.state.isUndone() ? null : action.doneAt == null ? action.verifiedAt : action.doneAt;
    }

    /** Of those whose day is over. */
    static Share share(List<Standing> standings) {
        long ahead = count(standings, Standing.AHEAD);
        return Share.of(count(standings, Standing.ON_TIME), standings.size() - ahead);
    }

    static Figure figure(List<ActionItem> actions, InsightFilter filter, Instant now) {
        FigureTable.Builder table = FigureTable.columns("quarter=Due in", "onTime#=On time", "late#=Late",
                "overdue#=Overdue", "ahead#=Still ahead", "share#=On-time share");
        List<BarRows.Row> rows = new ArrayList<>();
        long longest = 1;
        for (Quarter quarter : filter.quarters()) {
            List<Standing> here = actions.stream()
                    .filter(action -> action.state != State.DROPPED && Quarter.of(action.dueAt).equals(quarter))
                    .map(action -> Standing.of(action, now)).toList();
            if (here.isEmpty()) {
                continue;
            }
            long onTime = count(here, Standing.ON_TIME);
            long late = count(here, Standing.LATE);
            long overdue = count(here, Standing.OVERDUE);
            Share share = share(here);
            table.row(quarter.toString(), onTime, late, overdue, count(here, Standing.AHEAD),
                    share.cell());
            longest = Math.max(longest, here.size());
            rows.add(new BarRows.Row(quarter.toString(),
                    share.isKnown() ? share + " on time" : "none is due yet",
                    List.of(part(onTime, "solid", "on time"), part(late, "hatched", "late"), part(overdue, "second", "overdue"),
                            part(count(here, Standing.AHEAD), "empty", "ahead")),
                    null));
        }
        return new Figure("timeliness", "Actions done in time", DEFINITION,
                rows.isEmpty() ? null
                        : BarRows.of("Actions by the quarter in which they were due. The table below says the same.", rows,
                                longest, List.of(Plot.Key.bar("solid", "done on time"), Plot.Key.bar("hatched", "done late"),
                                        Plot.Key.bar("second", "overdue"), Plot.Key.bar("empty", "still ahead"))),
                table.build(), behind(actions, filter, now), null);
    }

    private static BarRows.Part part(long count, String look, String what) {
        return new BarRows.Part(count, look, String.valueOf(count), count + " " + what);
    }

    private static long count(List<Standing> standings, Standing wanted) {
        return standings.stream().filter(one -> one == wanted).count();
    }

    private static FigureTable behind(List<ActionItem> actions, InsightFilter filter, Instant now) {
        FigureTable.Builder behind = FigureTable.columns("due=Due", "action=Action", "kind=Kind", "state=State", "done=Done",
                "late#=Late by");
        actions.stream().filter(action -> filter.holds(action.dueAt)).forEach(action -> {
            Instant done = done(action);
            Instant until = done == null ? now : done;
            boolean late = action.state != State.DROPPED && until.isAfter(action.dueAt);
            Duration by = late ? Duration.between(action.dueAt, until) : null;
            behind.row(action.dueAt, FigureTable.cell(action.title, "/actions/" + action.id), Choice.key(action.kind),
                    Choice.key(action.state), done, late ? FigureTable.cell(Texts.rough(by), by, null) : null);
        });
        return behind.build();
    }
}
