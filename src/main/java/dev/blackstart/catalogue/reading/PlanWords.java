package dev.blackstart.catalogue.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;

/**
 * A whole plan in words.
 *
 * @param risks what is touched and what limits it
 * @param playing names by role, control staff first
 */
public record PlanWords(List<Fact> facts, List<Fact> risks, List<Fact> objectives, List<Fact> preparation,
        List<TimelineWords> timeline, List<DrillWords> drills, List<CallTreeWords> callTrees, List<ProbeWords> probes,
        Map<String, List<String>> playing, List<Fact> simulated) {

    public static PlanWords of(PlanNames names) {
        PlanDocument plan = names.plan();
        return new PlanWords(facts(names), risks(names),
                plan.objectives().stream().map(one -> Fact.of(
                        objectiveWords(one), one.text())).toList(),
                plan.preparation().stream().map(one -> preparation(one, names)).toList(),
                plan.timeline().stream().map(item -> TimelineWords.of(item, names)).toList(),
                plan.drills().stream().map(drill -> DrillWords.of(drill, names)).toList(),
                plan.callTrees().stream().map(tree -> CallTreeWords.of(tree, names)).toList(),
                plan.probes().stream().map(probe -> ProbeWords.of(probe, plan)).toList(), playing(names),
                simulated(names));
    }

    private static String objectiveWords(PlanDocument.Objective one) {
        String words = one.target() == null ? one.capability() : "within " + one.target().inWords();
        String services = String.join(", ", one.services());
        if (services.isEmpty()) {
            return words;
        }
        return words == null ? services : words + ", " + services;
    }

    private static List<Fact> facts(PlanNames names) {
        PlanDocument plan = names.plan();
        PlanDocument.Schedule schedule = plan.schedule();
        return new Fact.Facts().add("Type", plan.type().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("Intensity", plan.intensity() + " of 5").add("Owner", names.person(plan.owner()))
                .add("Team", names.team(plan.team()))
                .add("Duration", schedule.duration() == null ? null : schedule.duration().inWords())
                .add("Preparation", schedule.preparation().onClock().isZero() ? "none" : schedule.preparation().inWords())
                .add("Time zone", schedule.zone()).add("Notice", notice(schedule))
                .add("Start", schedule.start().equals("automatic") ? "automatic, at its time" : "a director starts it")
                .add("Exact start known to", String.join(", ", schedule.timeKnownTo().stream().map(names::person).toList()))
                .add("Campaign", plan.campaign()).add("Players read", plan.coverName())
                .all();
    }

    private static String notice(PlanDocument.Schedule schedule) {
        return switch (schedule.notice()) {
            case ANNOUNCED -> "announced: the roster sees the date";
            case WINDOW -> "between two dates" + (schedule.window() == null ? ""
                    : ", " + schedule.window().from() + " and " + schedule.window().until());
            case UNANNOUNCED -> "unannounced: only control staff know";
        };
    }

    private static List<Fact> risks(PlanNames names) {
        PlanDocument plan = names.plan();
        List<String> touched = plan.drills().stream().flatMap(drill -> drill.targets().stream()).distinct().toList();
        List<String> carriers = plan.systems().stream()
                .filter(system -> touched.contains(system.key()) && !system.carries().isEmpty())
                .map(system -> system.name() + " carries " + String.join(", ", system.carries())).toList();
        PlanDuration longest = plan.drills().stream().map(PlanDocument.Drill::maxDuration).filter(one -> one != null)
                .max((one, other) -> one.onClock().compareTo(other.onClock())).orElse(null);
        return new Fact.Facts()
                .add("Environment", plan.highestEnvironment().name().toLowerCase(Locale.ROOT))
                .add("Touched", touched.isEmpty() ? "nothing: no fault is injected" : names.systems(touched))
                .add("Never touched", names.systems(plan.offLimits()))
                .add("Longest fault", longest == null ? null : longest.inWords())
                .add("Stays on NO DUFF", String.join(", ", plan.drills().stream().filter(PlanDocument.Drill::holdsOnNoDuff)
                        .map(PlanDocument.Drill::title).toList()))
                .add("Own means of communication", String.join("; ", carriers))
                .add("Known to be degraded", String.join(" ", plan.scenario().knownDegraded())).all();
    }

    private static Fact preparation(PlanDocument.Preparation one, PlanNames names) {
        String due = one.due() == null || one.due().onClock().isZero() ? "before the start"
                : one.due().inWords() + (one.due().isNegative() ? " before the start" : " after the start");
        return Fact.of("Team " + names.team(one.team()) + ", due " + due + (one.blocking() ? ", blocks the start" : ""),
                one.title() + (one.neutral() == null ? "" : " (its team reads: " + one.neutral() + ")"));
    }

    private static Map<String, List<String>> playing(PlanNames names) {
        Map<String, List<String>> playing = new LinkedHashMap<>();
        names.plan().roster().forEach(seat -> {
            String shift = (seat.from() == null ? "" : " from " + TimelineWords.at(seat.from()))
                    + (seat.until() == null ? "" : " until " + TimelineWords.at(seat.until()));
            playing.computeIfAbsent(seat.role().replace('-', ' '), role -> new ArrayList<>())
                    .add(names.person(seat.person()) + shift);
        });
        return playing;
    }

    /** Who plays somebody else, and who is out of play. */
    private static List<Fact> simulated(PlanNames names) {
        Fact.Facts facts = new Fact.Facts();
        names.plan().simCell().forEach(one -> facts.add(one.party(), "played by " + names.person(one.person())));
        names.plan().outOfPlay().forEach(one -> facts.add(names.person(one.person()),
                "out of play" + (one.reason() == null ? "" : ": " + one.reason())));
        return facts.all();
    }
}
