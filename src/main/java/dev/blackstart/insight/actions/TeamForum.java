package dev.blackstart.insight.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.ActionItem.State;
import dev.blackstart.insight.actions.Timeliness.Standing;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Share;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.people.Team;

/** What a monthly review across teams looks at, in the order of the alphabet: it ranks nobody. */
final class TeamForum {

    private static final Definition DEFINITION = new Definition(
            "For the monthly review across teams: what each team's members own. Opened and done count in the time asked for, open,"
                    + " overdue and due soon as of now; done on time and its share count those whose due day lies in that time."
                    + " Somebody in two teams counts in both. The order is the alphabet's.",
            "teams are compared: a team that exercises more has more to do, and one without actions may never have looked.");

    private static final Duration SOON = Duration.ofDays(30);

    private TeamForum() {
    }

    static Figure figure(List<ActionItem> actions, InsightFilter filter, Instant now) {
        FigureTable.Builder table = FigureTable.columns("team=Team", "open#=Open", "overdue#=Overdue",
                "dueSoon#=Due in 30 days",
                "toVerify#=Done, not verified", "opened#=Opened", "done#=Done", "onTime#=Done on time", "share#=On-time share");
        for (Team team : Team.allByKey()) {
            List<ActionItem> own = actions.stream()
                    .filter(action -> action.state != State.DROPPED && team.members.contains(action.owner)).toList();
            if (own.isEmpty() || filter.team() != null && !filter.team().equals(team.key)) {
                continue;
            }
            List<Standing> due = own.stream().filter(action -> filter.holds(action.dueAt))
                    .map(action -> Standing.of(action, now)).toList();
            Share share = Timeliness.share(due);
            table.row(FigureTable.cell(team.name, "/actions?whose=all&team=" + team.key),
                    own.stream().filter(action -> action.state.isUndone()).count(),
                    own.stream().filter(action -> action.isOverdue(now)).count(),
                    own.stream().filter(action -> isDueSoon(action, now)).count(),
                    own.stream().filter(action -> action.state == State.DONE).count(),
                    own.stream().filter(action -> filter.holds(action.createdAt)).count(),
                    own.stream().filter(action -> filter.holds(Timeliness.done(action))).count(),
                    due.stream().filter(Standing.ON_TIME::equals).count(), share.cell());
        }
        return new Figure("forum", "Across teams", DEFINITION, null, table.build(), FigureTable.NONE, null);
    }

    private static boolean isDueSoon(ActionItem action, Instant now) {
        return action.state.isUndone() && !action.isOverdue(now) && action.dueAt.isBefore(now.plus(SOON));
    }
}
