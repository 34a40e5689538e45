package dev.blackstart.followup.action;

import java.time.Instant;
import java.util.UUID;

import dev.blackstart.followup.defect.Filter;
import dev.blackstart.followup.defect.RiskRank;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/**
 * Which actions somebody asks for; null asks for all.
 *
 * @param owner person key
 * @param team key of a team of the owner
 * @param state a state's word, or undone
 * @param rank a rank's word
 * @param kind a kind's word
 * @param overdue only those whose day is over and that are not done
 * @param words in the title
 */
public record ActionQuery(String owner, String team, String state, String rank, String kind, boolean overdue, UUID exercise,
        String words) {

    public static final String UNDONE = "undone";

    /** Of an action {@code a}. @throws dev.blackstart.problem.Problem 422 for a word that there is not */
    public Filter filter(Instant now) {
        RiskRank asked = Choice.of("rank", RiskRank.class, rank);
        Filter filter = new Filter().and("a.owner = :owner", "owner", owner)
                .and("exists (select 1 from Team t join t.members m where t.key = :team and m = a.owner)", "team", team)
                .and("a.exerciseId = :exercise", "exercise", exercise)
                .and("a.riskOrder = :asked", "asked", asked == null ? null : asked.ordinal())
                .and("a.kind = :kind", "kind", Choice.of("kind", ActionItem.Kind.class, kind))
                .and("lower(a.title) like :words escape '!'", "words", words == null ? null : Texts.pattern(words));
        if (overdue) {
            filter.and("a.dueAt < :now", "now", now).and("a.state in (OPEN, IN_PROGRESS)");
        }
        return UNDONE.equals(state) ? filter.and("a.state in :undone", "undone", ActionItem.UNDONE)
                : filter.and("a.state = :state", "state", Choice.of("state", ActionItem.State.class, state));
    }
}
