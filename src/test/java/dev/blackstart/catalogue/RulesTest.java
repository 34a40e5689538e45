package dev.blackstart.catalogue;

import static dev.blackstart.catalogue.Plans.errors;
import static dev.blackstart.catalogue.Plans.minimal;
import static dev.blackstart.catalogue.Plans.warnings;
import static dev.blackstart.catalogue.Plans.withItems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.blackstart.catalogue.importing.PlanReading;
import dev.blackstart.catalogue.rule.PlanContext;

/** What a schema cannot say: people, times, drills, call trees. */
class RulesTest {

    private static final String DRILL = """
            systems: [{key: db, name: Database}]
            drills:
              - {key: kill, kind: custom, title: Stop it, owner: dana, targets: [db], maxDuration: PT5M,
                 fault: {driver: manual, instruction: Stop it}, revert: {driver: manual, instruction: Start it}}
            """;

    private static String with(String lines) {
        return minimal().replace("timeline:", lines + (lines.endsWith("\n") ? "" : "\n") + "timeline:");
    }

    private static String drill(String part, String instead) {
        assertThat(DRILL).contains(part);
        return with(DRILL.replace(part, instead));
    }

    @Test
    void people_unknown_toldWithSuggestion() {
        assertThat(errors(with("""
                approvers: [adma]
                simCell: [{for: A customer, person: karl}]
                outOfPlay: [{person: ptee}]
                preparation: [{key: a, team: storge, kind: other, title: Do it}]"""))).containsExactly(
                "/approvers/0: Nobody has the key 'adma'. Did you mean 'adam'?",
                "/simCell/0/person: Nobody has the key 'karl'. Did you mean 'carl'?",
                "/outOfPlay/0/person: Nobody has the key 'ptee'. Did you mean 'pete'?",
                "/preparation/0/team: There is no team 'storge'. Did you mean 'storage'?");
    }

    @Test
    void approver_ownerOrPlayer_refused() {
        assertThat(errors(with("approvers: [dana, pia, adam]"))).containsExactly(
                "/approvers/0: dana owns this plan and cannot approve it; name somebody else.",
                "/approvers/1: pia plays in this plan and cannot approve it; name somebody else.");
    }

    @Test
    void roster_samePersonTwice_onlyIfAtTheSameTime() {
        String twice = "{person: pia, role: player, until: PT30M}, {person: pia, role: player, from: PT%dM}";
        assertThat(warnings(minimal().replace("{person: pia, role: player}", twice.formatted(30)))).isEmpty();
        assertThat(errors(minimal().replace("{person: pia, role: player}", twice.formatted(29)))).containsExactly(
                "/roster/3: pia is player twice at the same time; the first stands on line 9.");
    }

    @Test
    void roster_shiftEndsBeforeItBegins_refused() {
        assertThat(errors(minimal().replace("role: player", "role: player, from: PT1H, until: PT1H")))
                .containsExactly("/roster/2/until: The shift of pia ends before it begins.");
    }

    @Test
    void roster_playerAndControlStaff_warned() {
        assertThat(warnings(minimal().replace("{person: pia,", "{person: carl,"))).containsExactly(
                "/roster/2: carl is a player and control staff, and so sees what is hidden from players.");
    }

    @Test
    void key_ofPersonAndTeam_refusedWhereAddressed() {
        PlanContext both = new PlanContext(Set.of("dana", "carl", "pia", "web"),
                Map.of("storage", Set.of("pia"), "web", Set.of("web")),
                Set.of("manual"), none -> false);
        byte[] plan = withItems("{key: a, at: PT1M, message: {to: web, text: Hello}}").getBytes();
        assertThat(PlanReading.of(plan, both).violations()).extracting(one -> one.message())
                .containsExactly("'web' is the key of a person and of a team; rename one of them.");
    }

    @Test
    void keys_usedTwice_toldInEachList() {
        assertThat(errors(with("""
                systems: [{key: a, name: A}, {key: a, name: B}]
                objectives: [{key: a, text: A}, {key: a, text: B}]
                scenario: {assumptions: [{key: a, text: A}, {key: a, text: B}]}
                outOfPlay: [{person: pete}, {person: pete}]
                offLimits: [a, a]"""))).hasSize(5).allMatch(one -> one.contains("is used twice; the first stands on line"));
    }

    @Test
    void schedule_impossible_refused() {
        assertThat(errors(minimal().replace("{duration: PT1H}", "{duration: PT0S, zone: Mars/Base}"))).containsExactly(
                "/schedule/duration: An exercise takes some time; write for example PT2H.",
                "/schedule/zone: There is no time zone 'Mars/Base'; write for example Europe/Berlin.");
        assertThat(errors(minimal().replace("{duration: PT1H}", "{duration: PT1H, notice: window}")))
                .containsExactly("/schedule/notice: Notice 'window' needs window: {from, until}.");
        assertThat(errors(minimal().replace("{duration: PT1H}",
                "{duration: PT1H, notice: window, window: {from: 2027-03-02, until: 2027-03-01}}")))
                .containsExactly("/schedule/window/until: The window closes before it opens.");
        assertThat(errors(minimal().replace("{duration: PT1H}",
                "{duration: PT1H, notice: window, window: {from: next week, until: '2027-02-30'}}"))).hasSize(2);
        assertThat(errors(minimal().replace("{duration: PT1H}",
                "{duration: PT1H, repeat: {every: PT0S, hours: 16:00-09:00, zone: Nowhere}}"))).hasSize(3);
    }

    @Test
    void schedule_windowOfOneDay_accepted() {
        assertThat(warnings(minimal().replace("{duration: PT1H}", "{duration: PT1H, notice: window,"
                + " window: {from: 2027-03-01, until: 2027-03-01}, repeat: {every: P7D, days: [MON], hours: 09:00-24:00}}")))
                .isEmpty();
    }

    @Test
    void preparation_dueOutsideItsTime_refused() {
        String due = "preparation: [{key: a, team: web, kind: other, title: Do it, due: %s}]";
        String schedule = minimal().replace("{duration: PT1H}", "{duration: PT1H, preparation: P14D}");
        for (String good : new String[] { "-P14D", "-P1D", "PT0S" }) {
            assertThat(errors(schedule.replace("timeline:", due.formatted(good) + "\ntimeline:"))).isEmpty();
        }
        assertThat(errors(schedule.replace("timeline:", due.formatted("P1D") + "\ntimeline:")))
                .containsExactly("/preparation/0/due: This is due after STARTEX; did you mean '-P1D'?");
        assertThat(errors(schedule.replace("timeline:", due.formatted("-P15D") + "\ntimeline:"))).containsExactly(
                "/preparation/0/due: This is due before the preparation begins, which is P14D before STARTEX.");
        assertThat(errors(with(due.formatted("-P1D")))).hasSize(1);
    }

    @Test
    void drill_whole_accepted() {
        assertThat(warnings(with(DRILL))).isEmpty();
    }

    @Test
    void drill_withoutWhatTheGateAsks_warnedOnly() {
        assertThat(warnings(drill("owner: dana, ", ""))).singleElement().asString().contains("Nobody owns this drill");
        assertThat(warnings(drill("maxDuration: PT5M,", ""))).singleElement().asString().contains("no maxDuration");
        assertThat(warnings(drill(", revert: {driver: manual, instruction: Start it}", ""))).singleElement().asString()
                .contains("Nothing takes this fault back");
    }

    @Test
    void drill_otherDriver_warned() {
        assertThat(warnings(drill("{driver: manual, instruction: Stop it}", "{driver: process, command: [stop]}")))
                .containsExactly("/drills/0/fault/driver: The driver 'process' is not switched on; the exercise does not"
                        + " start before it is.");
    }

    @Test
    void drill_settingsOfAnotherDriver_refused() {
        assertThat(errors(drill("{driver: manual, instruction: Stop it}", "{driver: process, instruction: Stop it}")))
                .hasSize(2).allMatch(one -> one.startsWith("/drills/0/fault"));
        assertThat(errors(drill("instruction: Stop it}", "instruction: Stop it, onlyIf: x}")))
                .containsExactly("/drills/0/fault/onlyIf: 'onlyIf' has no meaning here; take it out.");
        assertThat(errors(drill("{driver: manual, instruction: Stop it}", "{driver: manuel}")))
                .containsExactly("/drills/0/fault/driver: 'manuel' is not possible here. Did you mean 'manual'?");
    }

    @Test
    void drill_danglingReferences_told() {
        assertThat(errors(drill("instruction: Start it}",
                "instruction: Start it, onlyIf: x, verify: {probe: y, for: PT1S}, otherwise: {driver: manual}}")
                .replace("targets: [db]", "targets: [dc]"))).containsExactly(
                        "/drills/0/targets/0: There is no system 'dc' in this plan. Did you mean 'db'?",
                        "/drills/0/revert/onlyIf: There is no probe 'x' in this plan.",
                        "/drills/0/revert/otherwise: 'instruction' is missing. What a controller does by hand, and then confirms.",
                        "/drills/0/revert/verify/probe: There is no probe 'y' in this plan.");
    }

    @Test
    void drill_offLimitsOrUnknownDefect_warned() {
        assertThat(warnings(with(DRILL.replace("kind: custom,", "kind: custom, retests: [D-1],") + "offLimits: [db, ledger]")))
                .containsExactly("/drills/0/retests/0: No latent defect 'D-1' is known here.",
                        "/drills/0/targets/0: 'db' is off-limits by this plan; the exercise does not start with it.",
                        "/offLimits/1: No system 'ledger' is known; it is kept and protects nothing yet.");
    }

    @Test
    void retests_knownDefectOrNotAnExpectation_onlyTheLatterWarned() {
        assertThat(warnings(with(DRILL.replace("kind: custom,", "kind: custom, retests: [D-4KX7],")))).isEmpty();
        assertThat(warnings(withItems("{key: a, at: PT1M, retests: [D-4KX7, D-1], expectation: {of: dana, text: Sees it}}",
                "{key: b, at: PT1M, retests: [D-4KX7], task: {of: dana, text: Look}}"))).containsExactly(
                        "/timeline/0/retests/1: No latent defect 'D-1' is known here.",
                        "/timeline/1/retests: Here only expectations and call trees prove something; a drill names its defects itself. This changes nothing.");
    }

    @Test
    void drill_selectMoreThanTargets_refused() {
        assertThat(errors(drill("instruction: Stop it}", "instruction: Stop it, select: {count: 2}}")))
                .containsExactly("/drills/0/fault/select/count: Only 1 target to draw from.");
    }

    @Test
    void probe_impossible_refused() {
        assertThat(errors(with("""
                probes:
                  - {key: a, type: http, url: x, every: PT0S, tolerance: {body: "(", status: 99}}
                  - {key: b, type: sql, datasource: x, query: y, every: PT1S, tolerance: {range: [5, 1]}}
                  - {key: c, type: tcp, host: x, port: 1, every: PT1S, tolerance: {status: 200}}""")))
                .hasSize(5).anyMatch(one -> one.startsWith("/probes/1/tolerance/range: The lowest value comes first: [1, 5]"));
    }

    @Test
    void callTree_teamTwiceOrTooDeep_refused() {
        assertThat(errors(with("callTrees: [{key: t, root: {person: dana, calls: [{onDuty: storage}, {onDuty: storage}]}}]")))
                .containsExactly(
                        "/callTrees/0/root/calls/1/onDuty: storage is called twice in this tree, first on line 10; nobody"
                                + " calls in a circle.");
        String deep = "{onDuty: storage}";
        for (int level = 0; level < 12; level++) {
            deep = "{alternates: [pia], calls: [" + deep + "], person: dana}";
        }
        assertThat(errors(with("callTrees: [{key: t, root: " + deep + "}]")))
                .anyMatch(one -> one.endsWith("This tree is deeper than 12 levels; let fewer people pass a call on."));
        assertThat(warnings(with("outOfPlay: [{person: pia}]\ncallTrees: [{key: t, root: {person: pia}}]")))
                .anyMatch(one -> one.startsWith("/callTrees/0/root/person: pia is out of play in this plan and begins this"));
    }

    @Test
    void callTree_everybodyOnceAndKnown() {
        String tree = "callTrees: [{key: t, pass: {quorum: %d}, root: {person: dana, alternates: [%s], calls: [%s]}}]";
        assertThat(errors(with(tree.formatted(3, "olga", "{person: pia}, {onDuty: storage}")))).isEmpty();
        assertThat(errors(with(tree.formatted(2, "dana, nobody", "{person: pia, calls: [{person: dana}]}, {onDuty: pia}, {}"))))
                .containsExactly("/callTrees/0/root/alternates/0: dana cannot be their own alternate.",
                        "/callTrees/0/root/alternates/1: Nobody has the key 'nobody'.",
                        "/callTrees/0/root/calls/0/calls/0/person: dana is called twice in this tree, first on line 10; nobody"
                                + " calls in a circle.",
                        "/callTrees/0/root/calls/1/onDuty: 'pia' is a person; name a team.",
                        "/callTrees/0/root/calls/2: One of person, onDuty is missing.");
        assertThat(errors(with(tree.formatted(4, "olga", "{person: pia}"))))
                .containsExactly("/callTrees/0/pass/quorum: The quorum is 4, and the tree calls 2.");
    }
}
