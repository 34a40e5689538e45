package dev.blackstart.insight.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.catalogue.PlanDocument.Type;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** How many exercises were held, and how many people took part. */
final class Regularity {

    private Regularity() {
    }

    static Figure figure(List<Exercise> exercises, Map<UUID, List<RosterEntry>> rosters, InsightFilter filter, int group) {
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "exercises#=Exercises", "done#=Done",
                "talked#=Talked through", "people#=People who took part");
        List<BarRows.Row> rows = new ArrayList<>();
        long longest = 1;
        for (Quarter quarter : filter.quarters()) {
            List<Exercise> here = exercises.stream().filter(exercise -> Quarter.of(exercise.endedAt).equals(quarter)).toList();
            long talked = here.stream().filter(exercise -> exercise.plan().type().compareTo(Type.DRILL) < 0).count();
            long people = here.stream().flatMap(exercise -> rosters.getOrDefault(exercise.id, List.of()).stream())
                    .map(entry -> entry.person).distinct().count();
            String known = people >= group ? String.valueOf(people) : people == 0 ? "0" : "under " + group;
            table.row(quarter.toString(), here.size(), here.size() - talked, talked,
                    FigureTable.cell(known, people >= group || people == 0 ? people : null, null));
            longest = Math.max(longest, here.size());
            rows.add(new BarRows.Row(quarter.toString(), Texts.count(here.size(), "exercise") + ", people: " + known,
                    List.of(new BarRows.Part(here.size() - talked, "solid", String.valueOf(here.size() - talked), "done"),
                            new BarRows.Part(talked, "hatched", String.valueOf(talked), "talked through")),
                    null));
        }
        FigureTable.Builder behind = FigureTable.columns("ended=Ended", "exercise=Exercise", "type=Type",
                "intensity#=Intensity",
                "team=Team");
        exercises.forEach(exercise -> behind.row(exercise.endedAt,
                FigureTable.cell(exercise.name, DrillRun.href(exercise)), Choice.key(exercise.plan().type()),
                exercise.plan().intensity(), exercise.plan().team()));
        boolean any = !exercises.isEmpty();
        return new Figure("regularity", "Exercises held", new Definition(
                "Live exercises that ended, by quarter: done (drills, functional and full-scale exercises) and talked through"
                        + " (seminars, workshops, tabletops, games). People are everybody on a roster, once a quarter; fewer than %d"
                                .formatted(group)
                        + " are not told.",
                "many small exercises look like much: see what they cover. A place on a roster is not presence."),
                any ? BarRows.of("Exercises by quarter. The table below says the same.", rows, longest,
                        List.of(Plot.Key.bar("solid", "done"), Plot.Key.bar("hatched", "talked through"))) : null,
                any ? table.build() : FigureTable.NONE, behind.build(), null);
    }
}
