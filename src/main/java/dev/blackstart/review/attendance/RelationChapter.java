package dev.blackstart.review.attendance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.calling.ContactEvent.ContactAcknowledged;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.ReplySent;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.clock.ClockMarked;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.drills.impact.ImpactRecorded;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.chapter.Chapter;
import dev.blackstart.review.draft.Background.Prepared;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportEntry;
import dev.blackstart.review.draft.ReportFacts;
import dev.blackstart.review.draft.ReportPeople.Relation;
import dev.blackstart.web.Texts;

/** Who identified, responded, diagnosed, contributed or was affected, as far as the record shows it. */
public final class RelationChapter implements Chapter {

    /** How somebody relates to an exercise. */
    private enum Kind {
        IDENTIFIED,
        RESPONDED,
        DIAGNOSED,
        CONTRIBUTED,
        AFFECTED
    }

    private static final Set<String> NOBODY = Set.of(Journal.PLATFORM, Journal.ANONYMOUS);

    private final PlanDocument plan;
    private final ReportFacts facts;
    private final Set<String> players;
    private final Map<Kind, Map<String, Map<String, Integer>>> counted = new LinkedHashMap<>();

    /** What people say of customers: the last word of each person on each drill. */
    private final Map<String, Relation> customers = new LinkedHashMap<>();

    public RelationChapter(PlanDocument plan, ReportFacts facts) {
        this.plan = plan;
        this.facts = facts;
        this.players = facts.roster().stream().filter(seat -> seat.role().equals("player")).map(seat -> seat.person())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof ReplySent) {
            count(Kind.RESPONDED, told.actor(), "message answered");
        } else if (event instanceof ContactAcknowledged call) {
            count(Kind.RESPONDED, call.facts().person(), "call confirmed");
        } else if (event instanceof ItemChosen) {
            count(players.contains(told.actor()) ? Kind.RESPONDED : Kind.CONTRIBUTED, told.actor(), "decision made");
        } else if (event instanceof NoteWritten) {
            count(Kind.CONTRIBUTED, told.actor(), "note");
        } else if (event instanceof ClockMarked mark && mark.clock().equals(DrillClock.DIAGNOSED.key())) {
            diagnosed(told, mark);
        } else if (event instanceof FaultInjected injected) {
            affected(injected.drill());
        } else if (event instanceof ImpactRecorded impact && impact.customers() != null) {
            customers.put(impact.drill() + " " + told.actor(), new Relation(word(Kind.AFFECTED), "customers",
                    List.of(impact.customers() + " by " + plan.title(impact.drill())), told.actor()));
        }
    }

    private void diagnosed(ReportEntry told, ClockMarked mark) {
        String how = "diagnosis recorded: " + (mark.basis() == null ? plan.title(mark.drill()) : mark.basis());
        count(Kind.DIAGNOSED, told.actor(), how);
    }

    /** Whoever answers for what the fault touched. */
    private void affected(String drill) {
        plan.drill(drill).stream().flatMap(one -> one.targets().stream()).filter(facts.background().owners()::containsKey)
                .forEach(target -> count(Kind.AFFECTED, facts.background().owners().get(target), "answers for " + target));
    }

    private void count(Kind kind, String who, String what) {
        if (who != null && !NOBODY.contains(who)) {
            counted.computeIfAbsent(kind, key -> new LinkedHashMap<>()).computeIfAbsent(who, key -> new LinkedHashMap<>())
                    .merge(what, 1, Integer::sum);
        }
    }

    /** What was found, met and prepared counts as triage and evaluation have left it. */
    public List<Relation> relations(List<Finding> findings, List<Expectation> expectations) {
        findings.stream().filter(finding -> !finding.state().equals("dismissed"))
                .forEach(finding -> count(Kind.IDENTIFIED, finding.by(), "finding"));
        expectations.stream().filter(one -> List.of("met", "late").contains(one.result())).forEach(one -> one.of()
                .forEach(team -> count(Kind.RESPONDED, team, "expectation met")));
        for (Prepared one : facts.background().preparation()) {
            count(Kind.CONTRIBUTED, one.doneBy(), "item prepared");
            count(Kind.CONTRIBUTED, one.verifiedBy(), "preparation verified");
        }
        facts.followup().actions().forEach(action -> count(Kind.CONTRIBUTED, action.owner(), "action owned"));
        List<Relation> all = new ArrayList<>();
        Arrays.stream(Kind.values()).forEach(kind -> {
            counted.getOrDefault(kind, Map.of())
                    .forEach((who, what) -> all.add(new Relation(word(kind), who, words(what), null)));
        });
        all.addAll(customers.values());
        return List.copyOf(all);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase();
    }

    private static List<String> words(Map<String, Integer> what) {
        return what.entrySet().stream().map(one -> words(one.getKey(), one.getValue())).toList();
    }

    /** A thing and what became of it, or a sentence of its own. */
    private static String words(String what, int times) {
        if (what.startsWith("diagnosis recorded") || what.startsWith("answers for")) {
            return what;
        }
        int space = what.indexOf(' ');
        return space < 0 ? Texts.count(times, what) : Texts.count(times, what.substring(0, space)) + what.substring(space);
    }
}
