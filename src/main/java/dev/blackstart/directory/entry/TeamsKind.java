package dev.blackstart.directory.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Team;

/** Teams as entries of the directory. */
@ApplicationScoped
public class TeamsKind implements RemovableType<TeamFacts> {

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public DirectoryChange.Kind recorded() {
        return DirectoryChange.Kind.TEAM;
    }

    @Override
    public List<String> columns() {
        return List.of("key", "name", "lead", "members", "duty");
    }

    @Override
    public TeamFacts one(String key) {
        Team team = Team.byKey(key);
        return team == null ? null : TeamFacts.of(team);
    }

    @Override
    public Map<String, TeamFacts> these(Collection<String> keys) {
        return facts(
                Team.list("from Team t left join fetch t.members left join fetch t.duty where t.key in ?1", keys));
    }

    @Override
    public Map<String, TeamFacts> all() {
        return facts(Team.allByKey());
    }

    private static Map<String, TeamFacts> facts(List<Team> teams) {
        return EntryType.byKey(teams, TeamFacts::of);
    }

    @Override
    public TeamFacts merge(String key, TeamFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        return TeamFacts.merge(key, before, fields, world, flaws);
    }

    @Override
    public void save(TeamFacts before, TeamFacts after, Instant at) {
        Team team = before == null ? new Team(after.key(), after.name(), after.lead(), List.of(), at)
                : Team.byKey(after.key());
        team.describe(after.name(), after.lead());
        team.staff(after.members(), after.duty());
        team.persist();
    }

    @Override
    public void remove(String key) {
        Team.byKey(key).delete();
    }

    @Override
    public Map<String, Object> cells(TeamFacts facts, boolean secrets) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("key", facts.key());
        cells.put("name", facts.name());
        cells.put("lead", facts.lead());
        cells.put("members", List.copyOf(facts.members()));
        cells.put("duty", facts.duty());
        return cells;
    }
}
