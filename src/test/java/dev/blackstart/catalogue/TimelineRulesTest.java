package dev.blackstart.catalogue;

import static dev.blackstart.catalogue.Plans.errors;
import static dev.blackstart.catalogue.Plans.warnings;
import static dev.blackstart.catalogue.Plans.withItems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Items of a timeline: whom they reach, what they wait for, and when. */
class TimelineRulesTest {

    private static final String ASK = "{key: ask, at: PT1M, decision: {text: Which?, options: [go, no-go]}}";
    private static final String EXPECT = "{key: seen, at: PT1M, expectation: {of: pia, text: Sees it}}";
    private static final String EACH = "{key: each, at: PT1M, forEach: teams, expectation: {text: Sees it}}";

    private static String message(String trigger) {
        return "{key: m, " + trigger + ", message: {to: pia, text: Hello}}";
    }

    @Test
    void references_dangling_toldWithSuggestion() {
        assertThat(errors(withItems("{key: a, at: PT1M, drill: kill}", "{key: b, at: PT1M, revert: kill}",
                "{key: c, at: PT1M, callTree: tree}", message("after: {item: [a, ned]}")))).containsExactly(
                        "/timeline/0/drill: There is no drill 'kill' in this plan.",
                        "/timeline/1/revert: There is no drill 'kill' in this plan.",
                        "/timeline/2/callTree: There is no call tree 'tree' in this plan.",
                        "/timeline/3/after/item/1: There is no item 'ned' in the timeline. Did you mean 'end'?");
    }

    @Test
    void addressing_unknownOrMissing_refused() {
        assertThat(errors(withItems("{key: a, at: PT1M, message: {to: [pia, everyon], text: Hi}}",
                "{key: b, at: PT1M, expectation: {text: Sees it}}"))).containsExactly(
                        "/timeline/0/message/to/1: Neither a person nor a team has the key 'everyon'. Did you mean 'everyone'?",
                        "/timeline/1/expectation: 'of' is missing; write everyone, a person, a team or a list of them.");
    }

    @Test
    void addressing_nobodyOnTheRoster_warned() {
        assertThat(warnings(withItems("{key: a, at: PT1M, message: {to: [wim, network, storage, everyone], text: Hi}}")))
                .containsExactly("/timeline/0/message/to/0: wim is not on the roster; this does not reach them.",
                        "/timeline/0/message/to/1: Nobody of network is on the roster; this reaches nobody.");
    }

    @Test
    void task_ofPlayersWithoutReveal_warned() {
        assertThat(warnings(withItems("{key: a, at: PT1M, task: {of: carl, text: Do}}",
                "{key: b, at: PT1M, reveal: {at: PT1M}, task: {of: storage, text: Do}}"))).isEmpty();
        assertThat(warnings(withItems("{key: a, at: PT1M, task: {of: [carl, storage], text: Do}}",
                "{key: b, at: PT1M, forEach: teams, task: {text: Do}}"))).containsExactly(
                        "/timeline/0/task/of: Players do not see tasks; use a message, or reveal the task to them.",
                        "/timeline/1: Players do not see tasks; use a message, or reveal the task to them.");
    }

    @Test
    void handover_notOnRosterOrToOneself_refused() {
        assertThat(errors(withItems("{key: a, at: PT1M, handover: {from: carl, to: sol}}",
                "{key: b, at: PT1M, handover: {from: carl, to: carl}}",
                "{key: c, at: PT1M, handover: {from: carl, to: karl}}")))
                .containsExactly("/timeline/0/handover/to: sol is not on the roster; write them there first.",
                        "/timeline/1/handover/to: Nobody hands over to themselves.",
                        "/timeline/2/handover/to: Nobody has the key 'karl'. Did you mean 'carl'?");
    }

    @Test
    void after_circle_toldOnce() {
        assertThat(errors(withItems("{key: a, after: {item: b}, message: {to: pia, text: A}}",
                "{key: b, after: {item: [end, c]}, message: {to: pia, text: B}}",
                "{key: c, after: {item: a}, message: {to: pia, text: C}}",
                "{key: d, after: {item: a}, message: {to: pia, text: D}}",
                "{key: e, after: {item: e}, message: {to: pia, text: E}}"))).containsExactly(
                        "/timeline/0/after: 'a' and 'b' and 'c' wait for each other in a circle, so none of them ever happens.",
                        "/timeline/4/after: 'e' waits for itself.");
    }

    @Test
    void after_chosen_needsADecisionAndOneOfItsOptions() {
        assertThat(errors(withItems(ASK, message("after: {item: ask, is: chosen, option: go, delay: PT5M, orAt: PT10M}"))))
                .isEmpty();
        assertThat(errors(withItems(ASK, message("after: {item: ask, is: chosen}")))).isEmpty();
        assertThat(errors(withItems(ASK, message("after: {item: ask, is: chosen, option: nogo}")))).containsExactly(
                "/timeline/1/after/option: 'nogo' is no option of 'ask'. Did you mean 'no-go'?");
        assertThat(errors(withItems(ASK, message("after: {item: ask, is: completed, option: go}"))))
                .containsExactly("/timeline/1/after/option: An option goes with is: chosen.");
        assertThat(errors(withItems(EXPECT, message("after: {item: seen, is: chosen}")))).containsExactly(
                "/timeline/1/after/is: Only decisions have something to choose, and 'seen' is none.");
    }

    @Test
    void after_missed_onlyOfExpectations() {
        assertThat(errors(withItems(EXPECT, message("after: {item: seen, is: missed}")))).isEmpty();
        assertThat(errors(withItems(ASK, message("after: {item: ask, is: missed}"))))
                .containsExactly("/timeline/1/after/is: Only expectations can be missed, and 'ask' is none.");
    }

    @Test
    void after_repeatedItem_namedByTeamFromOutside() {
        String inside = "{key: m, forEach: teams, after: {item: each, is: missed}, message: {text: Hello}}";
        assertThat(warnings(withItems(EACH, inside))).isEmpty();
        assertThat(warnings(withItems(EACH, message("after: {item: each.storage, is: missed}")))).isEmpty();
        assertThat(errors(withItems(EACH, message("after: {item: each}")))).containsExactly(
                "/timeline/1/after/item: 'each' is repeated per team; write each.storage.");
        assertThat(errors(withItems(EACH, message("after: {item: each.storag}")))).containsExactly(
                "/timeline/1/after/item: There is no team 'storag'. Did you mean 'storage'?");
        assertThat(warnings(withItems(EACH, message("after: {item: each.web}")))).containsExactly(
                "/timeline/1/after/item: Nobody of web plays, so 'each.web' never happens.");
        assertThat(errors(withItems(EXPECT, message("after: {item: seen.storage}")))).containsExactly(
                "/timeline/1/after/item: 'seen' is not repeated per team; write 'seen'.");
    }

    private static String onDrill(String... items) {
        return withItems(items).replace("timeline:\n", """
                probes:
                  - {key: orders, type: tcp, host: localhost, port: 80, every: PT1S, tolerance: {within: PT1S}}
                systems: [{key: orders-db, name: Orders}]
                drills:
                  - {key: kill, kind: custom, title: Kill, targets: [orders-db], fault: {driver: manual, instruction: Kill.}}
                timeline:
                """);
    }

    @Test
    void after_drillOrProbe_wordsThatFit() {
        String fault = "{key: fault, at: PT1M, drill: kill}";
        assertThat(errors(onDrill(fault, message("after: {drill: kill, is: detected, delay: PT1M}"),
                "{key: n, after: {drill: kill, is: undetected, within: PT5M, orAt: PT20M}, task: {of: carl, text: Do}}",
                "{key: o, after: {probe: orders, is: breached}, task: {of: carl, text: Do}}"))).isEmpty();
        assertThat(errors(onDrill(fault, message("after: {drill: kil, is: detected}")))).containsExactly(
                "/timeline/1/after/drill: There is no drill 'kil' in this plan. Did you mean 'kill'?");
        assertThat(errors(onDrill(fault, message("after: {probe: order, is: inside}")))).containsExactly(
                "/timeline/1/after/probe: There is no probe 'order' in this plan. Did you mean 'orders'?");
        assertThat(errors(onDrill(fault, message("after: {probe: orders, is: detected}")))).containsExactly(
                "/timeline/1/after/is: Of a probe 'is' can be breached, inside.");
        assertThat(errors(onDrill(fault, message("after: {item: fault, is: detected}")))).containsExactly(
                "/timeline/1/after/is: Of an item 'is' can be released, completed, missed, chosen.");
        assertThat(errors(onDrill(fault, message("after: {drill: kill}")))).containsExactly(
                "/timeline/1/after: 'is' is missing; of a drill it is detected, acknowledged, mitigated, recovered, undetected.");
        assertThat(errors(onDrill(fault, message("after: {drill: kill, is: undetected}")))).containsExactly(
                "/timeline/1/after: 'within' is missing. It says after how long the fault counts as undetected.");
        assertThat(errors(onDrill(fault, message("after: {drill: kill, is: detected, within: PT5M}")))).containsExactly(
                "/timeline/1/after/within: A time goes with is: undetected.");
        assertThat(errors(onDrill(fault, message("after: {drill: kill, probe: orders, is: detected}")))).containsExactly(
                "/timeline/1/after: Only one of drill, probe is possible at a time.");
    }

    @Test
    void after_drillThatNothingElseInjects_toldThatItNeverHappens() {
        assertThat(warnings(onDrill(message("after: {drill: kill, is: detected}")))).contains(
                "/timeline/0/after/drill: No item injects 'kill', so this never happens.");
        assertThat(errors(onDrill("{key: a, after: {drill: kill, is: detected}, drill: kill}"))).containsExactly(
                "/timeline/0/after: 'a' waits for itself.");
    }

    @Test
    void forEach_whatHappensOnce_refused() {
        assertThat(errors(withItems("{key: a, at: PT1M, forEach: teams, handover: {from: dana, to: carl}}"))).containsExactly(
                "/timeline/0/forEach: 'handover' happens once, it cannot be repeated per team.");
    }

    @Test
    void forEach_noTeamPlays_warned() {
        assertThat(warnings(withItems(EACH).replace("role: player", "role: observer")))
                .containsExactly("/timeline/0/forEach: No team plays in this plan; this item never happens.");
    }

    @Test
    void times_impossible_refused() {
        assertThat(errors(withItems("{key: a, at: PT10M, reveal: {at: PT5M}, message: {to: pia, text: A}}",
                "{key: b, after: {item: a, orAt: PT9M}, message: {to: pia, text: B}}"))).containsExactly(
                        "/timeline/0/reveal/at: It cannot be revealed before it happens, at PT10M.",
                        "/timeline/1/after/orAt: 'a' comes at PT10M, after this: there would be nothing to wait for.");
    }

    @Test
    void times_revertBeforeItsFault_refused() {
        String plan = withItems("{key: a, at: PT10M, drill: kill}", "{key: b, at: PT9M, revert: kill}").replace("timeline:",
                """
                        systems: [{key: db, name: Database}]
                        drills:
                          - {key: kill, kind: custom, title: Stop it, owner: dana, targets: [db], maxDuration: PT5M,
                             fault: {driver: manual, instruction: Stop it}, revert: {driver: manual, instruction: Start it}}
                        timeline:""");
        assertThat(errors(plan)).containsExactly("/timeline/1/at: The revert comes before its fault, at PT10M.");
    }

    @Test
    void times_afterTheEnd_warned() {
        assertThat(warnings(withItems(message("at: PT61M")))).containsExactly(
                "/timeline/0/at: This lies after the planned end of the exercise, PT1H.");
        assertThat(warnings(withItems(message("at: PT50M")).replace("{key: end, at: PT1H", "{key: end, at: PT40M")))
                .containsExactly("/timeline/0/at: This comes after the exercise has ended, at PT40M.");
    }

    @Test
    void endex_noneOrTwo_warned() {
        assertThat(warnings(withItems(message("at: PT1M")).replace("  - {key: end, at: PT1H, endex: {}}\n", "")))
                .containsExactly("/timeline: No item ends the exercise; a director has to do it by hand.");
        assertThat(warnings(withItems("{key: stop, manual: true, endex: {}}"))).containsExactly(
                "/timeline/1: The exercise ends more than once; the first endex stands on line 11.");
    }

    @Test
    void assume_onOtherThanExpectation_warned() {
        assertThat(warnings(withItems("{key: a, at: PT1M, assume: met, message: {to: pia, text: A}}"))).containsExactly(
                "/timeline/0/assume: Only expectations are met or missed; this changes nothing.");
    }
}
