package dev.blackstart.directory.entry;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Invisible;
import dev.blackstart.people.Team;

/** What the directory says of a team. */
public record TeamFacts(String key, String name, String lead, Set<String> members, List<String> duty) implements EntryFacts {

    private static final int MOST = 1_000;

    static TeamFacts of(Team team) {
        return new TeamFacts(team.key, team.name, team.lead, new TreeSet<>(team.members), List.copyOf(team.duty));
    }

    static TeamFacts merge(String key, TeamFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        if (before == null) {
            DirectorySnapshot.checkNewKey(key, flaws);
            if (world.person().test(key)) {
                flaws.add("key", "'%s' is the key of a person; people and teams share their keys.".formatted(key));
            }
        }
        String name = fields.line("name", before == null ? null : before.name(), flaws);
        if (name == null) {
            flaws.add("name", "A team has a name.");
        }
        String lead = fields.text("lead", before == null ? null : before.lead());
        if (lead == null) {
            flaws.add("lead", "A team has a lead; name a person by key.");
        } else {
            mustBeHere("lead", List.of(lead), world, flaws);
        }
        Set<String> members = new TreeSet<>(fields.list("members", before == null ? Set.of() : before.members()));
        mustBeHere("members", members, world, flaws);
        if (lead != null) {
            members.add(lead);
        }
        List<String> duty = fields.list("duty", before == null ? List.of() : before.duty());
        if (!fields.has("duty")) {
            duty = duty.stream().filter(members::contains).toList();
        }
        mustBeHere("duty", duty, world, flaws);
        duty.stream().filter(one -> world.here().test(one) && !members.contains(one)).findFirst().ifPresent(
                one -> flaws.add("duty", "%s is on the duty list and no member; add them to the members.".formatted(one)));
        if (members.size() > MOST) {
            flaws.add("members", "A team has at most %,d members.".formatted(MOST));
        }
        return new TeamFacts(key, name, lead, members, duty);
    }

    private static void mustBeHere(String field, Iterable<String> keys, DirectorySnapshot world, FieldErrors flaws) {
        for (String key : keys) {
            if (!world.here().test(key)) {
                flaws.add(field, world.person().test(key) ? "%s has left.".formatted(key)
                        : Invisible.complaint(key, "There is nobody with the key '%s'.".formatted(key)));
                return;
            }
        }
    }
}
