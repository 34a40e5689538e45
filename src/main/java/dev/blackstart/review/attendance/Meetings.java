package dev.blackstart.review.attendance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.blackstart.calling.ContactEvent.ContactAcknowledged;
import dev.blackstart.review.chapter.Chapter;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportPeople.Meeting;
import dev.blackstart.review.draft.ReportPeople.Occasion;

/**
 * Who met whom across teams: people who called each other, teams that met an expectation together, and people who found,
 * correct, prepare and verify the same thing. People of the same team, or of none, do not count.
 */
public final class Meetings implements Chapter {

    private final Background background;
    private final Map<List<String>, Map<String, Set<String>>> met = new TreeMap<>(
            (one, other) -> String.join(" ", one).compareTo(String.join(" ", other)));

    public Meetings(Background background) {
        this.background = background;
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ContactAcknowledged call && call.facts().caller() != null) {
            meet("call tree " + call.facts().tree(), List.of(call.facts().caller(), call.facts().person()));
        }
    }

    public List<Meeting> meetings(List<Expectation> expectations, FollowupDraft followup, List<Finding> findings) {
        expectations.stream().filter(one -> one.of().size() > 1 && List.of("met", "late").contains(one.result()))
                .forEach(one -> meet("met together: " + one.text(), one.of()));
        background.preparation().stream().filter(one -> one.doneBy() != null && one.verifiedBy() != null)
                .forEach(one -> meet("preparation: " + one.title(), List.of(one.doneBy(), one.verifiedBy())));
        followup.actions().forEach(action -> findings.stream().filter(finding -> action.defect().equals(finding.defect()))
                .forEach(finding -> meet("found and corrected: " + action.defect(), List.of(finding.by(), action.owner()))));
        return met.entrySet().stream().map(pair -> new Meeting(pair.getKey(), pair.getValue().entrySet().stream()
                .map(occasion -> new Occasion(occasion.getKey(), List.copyOf(occasion.getValue()))).toList())).toList();
    }

    /** @param who keys of people and teams */
    private void meet(String occasion, Collection<String> who) {
        for (String one : who) {
            who.stream().filter(other -> one.compareTo(other) < 0).forEach(other -> meet(occasion, one, other));
        }
    }

    private void meet(String occasion, String one, String other) {
        Set<String> teams = teams(one);
        Set<String> others = teams(other);
        if (teams.isEmpty() || others.isEmpty() || teams.stream().anyMatch(others::contains)) {
            return;
        }
        for (String team : teams) {
            for (String another : others) {
                Set<String> people = met.computeIfAbsent(List.copyOf(new TreeSet<>(List.of(team, another))),
                        pair -> new LinkedHashMap<>()).computeIfAbsent(occasion, key -> new LinkedHashSet<>());
                people.add(one);
                people.add(other);
            }
        }
    }

    private Set<String> teams(String who) {
        return background.teamsOf(who);
    }
}
