package dev.blackstart.insight.actions;

import java.util.ArrayList;
import java.util.List;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.FollowupOf.Followed;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** Defects that came up again, and single points of failure that a defect was opened for more than once. */
final class Repeats {

    private static final Definition DEFINITION = new Definition(
            "Defects by the quarter in which they were opened: new ones, and those that triage called a recurrence of an earlier one"
                    + " or that name a single point of failure for which a defect was opened before.",
            "nobody compares: a recurrence that triage did not recognise counts as new. More new defects are good news while their"
                    + " severity falls.");

    private Repeats() {
    }

    static Figure figure(Followed<Defect> defects, InsightFilter filter) {
        FigureTable.Builder table = FigureTable.columns("quarter=Opened in", "new#=New", "repeated#=Come up again",
                "singlePoints#=Same single point", "alarms#=An open action would have prevented it");
        List<BarRows.Row> rows = new ArrayList<>();
        long longest = 1;
        for (Quarter quarter : filter.quarters()) {
            List<Defect> here = defects.items().stream().filter(defect -> Quarter.of(defect.createdAt).equals(quarter))
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            long points = here.stream().filter(defect -> isPointAgain(defect, defects.items())).count();
            long again = here.stream().filter(defect -> isRepeat(defect, defects.items())).count();
            table.row(quarter.toString(), here.size() - again, again, points,
                    here.stream().filter(defect -> defect.alarmAction != null).count());
            longest = Math.max(longest, here.size());
            rows.add(new BarRows.Row(quarter.toString(), again + " of " + Texts.count(here.size(), "defect"),
                    List.of(new BarRows.Part(here.size() - again, "solid", String.valueOf(here.size() - again), "new"),
                            new BarRows.Part(again, "second", String.valueOf(again), "come up again")),
                    null));
        }
        return new Figure("repeats", "Defects that come up again", DEFINITION,
                rows.isEmpty() ? null
                        : BarRows.of("Defects by quarter, new and come up again. The table below says the same.", rows, longest,
                                List.of(Plot.Key.bar("solid", "new"), Plot.Key.bar("second", "come up again"))),
                table.build(), behind(defects, filter), null);
    }

    static boolean isRepeat(Defect defect, List<Defect> all) {
        return defect.recurrenceOf != null || isPointAgain(defect, all);
    }

    private static boolean isPointAgain(Defect defect, List<Defect> all) {
        return defect.singlePointId != null && all.stream().anyMatch(other -> other != defect
                && defect.singlePointId.equals(other.singlePointId) && other.createdAt.isBefore(defect.createdAt));
    }

    private static FigureTable behind(Followed<Defect> defects, InsightFilter filter) {
        FigureTable.Builder behind = FigureTable.columns("opened=Opened", "defect=Defect", "systems=Systems", "state=State",
                "repeat=Come up again", "exercise=Exercise");
        defects.items().stream().filter(defect -> filter.holds(defect.createdAt)).forEach(defect -> {
            Exercise exercise = defects.exercise(defect.exerciseId);
            behind.row(defect.createdAt, FigureTable.cell(defect.reference + " " + defect.title, "/defects/" + defect.id),
                    String.join(", ", defect.systems), Choice.key(defect.state), isRepeat(defect, defects.items()),
                    exercise == null ? null : FigureTable.cell(exercise.name, "/exercises/" + exercise.id));
        });
        return behind.build();
    }
}
