package dev.blackstart.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.review.draft.FollowupDraft.Action;
import dev.blackstart.review.draft.FollowupDraft.Chain;
import dev.blackstart.review.draft.ObjectiveResult;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.web.CsvText;

/**
 * The improvement plan as HSEEP (Homeland Security Exercise and Evaluation Program) has it: a row for each corrective action,
 * in
 * the columns of its After-Action Report/Improvement Plan. A defect without an action has a row without one.
 */
final class ImprovementPlan {

    private static final List<String> HEAD = List.of("Core Capability", "Objective", "Issue/Area for Improvement",
            "Corrective Action", "Capability Element", "Primary Responsible Organization", "Organization POC", "Start Date",
            "Completion Date");

    /** Which capability a defect concerns, by the principle that it violates. */
    private static final Map<String, String> CAPABILITIES = Map.of("not-broken", "prevent", "known", "detect", "not-long",
            "recover", "not-twice", "learn");

    /** HSEEP's elements of a capability: planning, organization, equipment, training and exercises. */
    private static final Map<String, String> ELEMENTS = Map.of("prevent", "Equipment", "detect", "Equipment", "mitigate",
            "Equipment", "process", "Planning", "rehearse", "Exercises");

    private final ReportDraft draft;
    private final DirectoryNames names;
    private final Map<String, Set<String>> teams;

    private ImprovementPlan(ReportDraft draft, DirectoryNames names, Map<String, Set<String>> teams) {
        this.draft = draft;
        this.names = names;
        this.teams = teams;
    }

    /** @param teams members by key of the team */
    static String csv(ReportDraft draft, DirectoryNames names, Map<String, Set<String>> teams) {
        ImprovementPlan plan = new ImprovementPlan(draft, names, teams);
        return CsvText.of(HEAD, draft.followup().chains().stream().flatMap(chain -> chain.actions().isEmpty()
                ? Stream.of(plan.row(chain, null))
                : chain.actions().stream().map(action -> plan.row(chain, action))));
    }

    private List<String> row(Chain chain, Action action) {
        String capability = chain.principle() == null ? null : CAPABILITIES.get(chain.principle());
        String issue = chain.reference() + " " + chain.title()
                + (chain.severity() == null ? "" : " (" + chain.severity() + ")");
        if (action == null) {
            return Arrays.asList(capability, objectives(capability), issue, null, null, null, null, null, null);
        }
        String responsible = teams.entrySet().stream().filter(team -> team.getValue().contains(action.owner()))
                .map(team -> names.of(team.getKey())).sorted().collect(Collectors.joining(", "));
        return Arrays.asList(capability, objectives(capability), issue, action.title(), ELEMENTS.get(action.kind()),
                responsible,
                names.of(action.owner()), day(action.opened()), day(action.done() == null ? action.due() : action.done()));
    }

    /** Those of the plan that name the capability. */
    private String objectives(String capability) {
        return capability == null ? null
                : draft.objectives().stream().filter(one -> capability.equals(one.capability())).map(ObjectiveResult::text)
                        .collect(Collectors.joining("; "));
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
