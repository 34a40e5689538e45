package dev.blackstart.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.rehearsal.RosterSnapshot.Seat;

class RehearsalRunTest {

    private static final String END = "{'key':'end','at':'PT60M','endex':{}}";
    private static final String FAULT = "{'key':'fault','at':'PT10M','drill':'kill'}";
    private static final String BACK = "{'key':'back','at':'PT25M','revert':'kill'}";
    private static final String ASKED = "{'key':'noticed','at':'PT10M','expectation':{'of':'storage','text':'Sees it','within':'PT5M'}}";

    private static final RosterSnapshot CAST = new RosterSnapshot(
            List.of(new Seat("dana", "director", null, null), new Seat("carl", "controller", null, minutes(30)),
                    new Seat("eve", "evaluator", null, null), new Seat("pia", "player", null, null)),
            Map.of("storage", Set.of("pia", "pete", "tess"), "web", Set.of("wim")), Set.of());

    private final Map<String, ItemState> states = new LinkedHashMap<>();
    private RosterSnapshot cast = CAST;
    private RehearsalOutcome happened = RehearsalOutcome.NOTHING;
    private String chosen;

    private static long minutes(long minutes) {
        return ExerciseClock.micros(Duration.ofMinutes(minutes));
    }

    private static PlanDocument plan(String... timeline) {
        String json = """
                {"key": "p", "name": "P", "type": "functional", "intensity": 2, "environment": "staging", "owner": "dana",
                 "team": "storage", "schedule": {"zone": "UTC"}, "objectives": [{"key": "o", "text": "O"}],
                 "drills": [{"key": "kill", "title": "Kill the primary", "kind": "database-failover", "owner": "dana",
                   "maxDuration": "PT20M"}],
                 "timeline": [%s]}""".formatted(String.join(",", timeline).replace('\'', '"'));
        try {
            return new ObjectMapper().readValue(json, PlanDocument.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    private List<PlanIssue> flaws(String... timeline) {
        PlanDocument plan = plan(timeline);
        return RehearsalRun.of(plan, plan.timeline().stream().map(this::step).toList(), cast, happened).flaws();
    }

    private RehearsalStep step(TimelineEntry entry) {
        RehearsalStep planned = RehearsalStep.planned(entry);
        ItemState state = states.getOrDefault(entry.key(), ItemState.PENDING);
        boolean waits = state.isWaiting() || state == ItemState.SKIPPED;
        return new RehearsalStep(planned.key(), planned.entry(), planned.body(), planned.at(), planned.after(),
                planned.assume(), state,
                waits ? null : planned.at() == null ? Long.valueOf(0) : planned.at(), waits ? null : chosen);
    }

    private void over(String... released) {
        happened = new RehearsalOutcome(minutes(60), true, Map.of(), List.of());
        for (String key : released) {
            states.put(key, ItemState.RELEASED);
        }
    }

    private static String said(List<PlanIssue> flaws) {
        assertThat(flaws).hasSize(1);
        PlanIssue flaw = flaws.get(0);
        return flaw.kind() + " " + flaw.item() + ": " + flaw.says();
    }

    @Test
    void flaws_wellMadePlan_none() {
        assertThat(flaws(ASKED, "{'key':'fault','at':'PT9M','drill':'kill'}", BACK,
                "{'key':'hint','after':{'item':'noticed','is':'missed'},'message':{'to':'storage','text':'Look'}}", END))
                .isEmpty();
    }

    @Test
    void task_nobodyOfItOnTheRoster_told() {
        assertThat(said(flaws(ASKED, "{'key':'do','at':'PT5M','task':{'of':'web','text':'Do it'}}", END)))
                .isEqualTo("nobody-there do: Nobody can do it: no person of web is on the roster.");
    }

    @Test
    void task_shiftOver_told() {
        assertThat(said(flaws(ASKED, "{'key':'do','at':'PT40M','task':{'of':'carl','text':'Do it'}}", END)))
                .isEqualTo("nobody-there do: Nobody can do it: carl is not on duty at T+00:40:00.");
    }

    @Test
    void message_everybodyItGoesToOutOfPlay_nobodyReceivedIt() {
        cast = new RosterSnapshot(CAST.seats(), CAST.teams(), Set.of("pia"));
        assertThat(said(flaws("{'key':'tell','at':'PT5M','message':{'to':'storage','text':'Look'}}", END)))
                .isEqualTo("nobody-there tell: Nobody received it: pia is out of play.");
    }

    @Test
    void handover_fromSomebodyWithoutARole_told() {
        assertThat(said(flaws(ASKED, "{'key':'shift','at':'PT45M','handover':{'from':'carl','to':'eve'}}", END)))
                .isEqualTo("nobody-there shift: carl holds no role at T+00:45:00, so nothing passes on.");
    }

    @Test
    void items_atOneInstant_toldOnce() {
        assertThat(said(flaws(ASKED, "{'key':'a','at':'PT5M','task':{'of':'dana','text':'A'}}",
                "{'key':'b','at':'PT300S','task':{'of':'dana','text':'B'}}", END)))
                .isEqualTo("same-instant b: “a”, “b” come at one instant, T+00:05:00, in the plan's order.");
    }

    @Test
    void items_watchedForOrWaiting_noSameInstant() {
        assertThat(flaws(ASKED, "{'key':'a','at':'PT10M','task':{'of':'dana','text':'A'}}",
                "{'key':'b','after':{'item':'a'},'task':{'of':'dana','text':'B'}}", END)).isEmpty();
    }

    @Test
    void contingency_expectationWithoutWithin_never() {
        assertThat(said(flaws("{'key':'sees','at':'PT5M','expectation':{'of':'storage','text':'Sees it'}}",
                "{'key':'hint','after':{'item':'sees','is':'missed'},'message':{'to':'storage','text':'Look'}}", END)))
                .isEqualTo("never-comes hint: “sees” has no “within”, so it is never missed by itself.");
    }

    @Test
    void contingency_deadlineBehindEndex_never() {
        assertThat(said(flaws(
                "{'key':'sees','at':'PT58M','expectation':{'of':'storage','text':'Sees it','within':'PT10M'}}",
                "{'key':'hint','after':{'item':'sees','is':'missed'},'message':{'to':'storage','text':'Look'}}", END)))
                .isEqualTo(
                        "never-comes hint: “sees” would be missed at T+01:08:00 at the earliest, after ENDEX at T+01:00:00.");
    }

    @Test
    void contingency_delayLeadsBehindEndex_never() {
        assertThat(said(flaws(ASKED,
                "{'key':'late','after':{'item':'noticed','delay':'PT55M'},'task':{'of':'dana','text':'Late'}}", END)))
                .isEqualTo("never-comes late: It comes at T+01:05:00 at the earliest, and ENDEX at T+01:00:00.");
    }

    @Test
    void contingency_waitsForWhatNeverComes_bothTold() {
        List<PlanIssue> flaws = flaws("{'key':'sees','at':'PT5M','expectation':{'of':'storage','text':'Sees it'}}",
                "{'key':'hint','after':{'item':'sees','is':'missed'},'message':{'to':'storage','text':'Look'}}",
                "{'key':'then','after':{'item':'hint'},'task':{'of':'dana','text':'Then'}}", END);
        assertThat(flaws).extracting(PlanIssue::item).containsExactly("hint", "then");
        assertThat(flaws.get(1).says()).isEqualTo("It waits for “hint”, which never comes itself.");
    }

    @Test
    void contingency_orAt_comes() {
        assertThat(flaws("{'key':'sees','at':'PT5M','expectation':{'of':'storage','text':'Sees it'}}",
                "{'key':'hint','after':{'item':'sees','is':'missed','orAt':'PT20M'},'message':{'to':'storage','text':'Look'}}",
                END)).isEmpty();
    }

    @Test
    void contingency_assumedOtherwise_notRehearsed() {
        List<PlanIssue> flaws = flaws(ASKED.replace("'at'", "'assume':'met','at'"),
                "{'key':'hint','after':{'item':'noticed','is':'missed'},'message':{'to':'storage','text':'Look'}}", END);
        assertThat(said(flaws)).startsWith("not-rehearsed hint: It waits for “noticed” to be missed");
        assertThat(flaws.get(0).isToMend()).isFalse();
    }

    @Test
    void contingency_ofATeamThatDoesNotPlay_told() {
        assertThat(said(flaws(ASKED, "{'key':'x','after':{'item':'gone.web'},'task':{'of':'dana','text':'X'}}", END)))
                .isEqualTo("never-comes x: It waits for “gone.web”, which is not on the timeline: nobody of that team plays.");
    }

    @Test
    void fault_withoutRevert_told() {
        assertThat(said(flaws(ASKED.replace("PT10M", "PT9M"), FAULT, END)))
                .startsWith("fault-left fault: No item of the timeline reverts it");
    }

    @Test
    void fault_revertBehindEndex_told() {
        List<PlanIssue> flaws = flaws(ASKED.replace("PT10M", "PT9M"), FAULT, BACK.replace("PT25M", "PT61M"), END);
        assertThat(flaws).extracting(PlanIssue::kind).contains("fault-left");
        assertThat(flaws).extracting(PlanIssue::says)
                .contains("Its revert “back” comes at T+01:01:00, after ENDEX at T+01:00:00.");
    }

    @Test
    void fault_longestDurationBeforeTheRevert_told() {
        assertThat(said(flaws(ASKED.replace("PT10M", "PT9M"), FAULT, BACK.replace("PT25M", "PT45M"), END))).isEqualTo(
                "fault-left fault: The platform reverts it at T+00:30:00, when its longest duration is over; “back” comes at"
                        + " T+00:45:00.");
    }

    @Test
    void fault_revertDidNotHappen_stoodAtEndex() {
        over("noticed", "fault", "end");
        happened = new RehearsalOutcome(minutes(60), true, Map.of(), List.of("kill"));
        assertThat(flaws(ASKED.replace("PT10M", "PT9M"), FAULT,
                "{'key':'back','after':{'item':'noticed','is':'completed'},'revert':'kill'}", END))
                .extracting(PlanIssue::kind).containsExactly("fault-left", "not-rehearsed");
    }

    @Test
    void player_onlyToldWhatEveryoneIs_idle() {
        assertThat(said(flaws("{'key':'open','at':'PT0M','message':{'to':'everyone','text':'Hello'}}", END)))
                .startsWith("idle null: Plays, and is asked nothing");
    }

    @Test
    void shift_afterEndex_told() {
        cast = new RosterSnapshot(List.of(new Seat("pia", "player", minutes(90), null), new Seat("tess", "player", null, null)),
                CAST.teams(), Set.of());
        assertThat(flaws(ASKED, END)).extracting(PlanIssue::says)
                .containsExactly("The shift begins at T+01:30:00, when it is over.");
    }

    @Test
    void decision_nobodyChose_toldWithWhatWaited() {
        over("noticed", "go", "end");
        assertThat(said(flaws(ASKED, "{'key':'go','at':'PT20M','decision':{'text':'Go?','options':['yes','no']}}",
                "{'key':'on','after':{'item':'go','is':'chosen','option':'yes'},'task':{'of':'dana','text':'On'}}", END)))
                .isEqualTo("undecided go: Nobody chose: yes or no. So “on” did not come.");
    }

    @Test
    void decision_wentAnotherWay_notRehearsed() {
        over("noticed", "end");
        states.put("go", ItemState.COMPLETED);
        chosen = "no";
        assertThat(said(flaws(ASKED, "{'key':'go','at':'PT20M','decision':{'text':'Go?','options':['yes','no']}}",
                "{'key':'on','after':{'item':'go','is':'chosen','option':'yes'},'task':{'of':'dana','text':'On'}}", END)))
                .isEqualTo("not-rehearsed on: “go” went another way: no.");
    }

    @Test
    void manual_nobodyReleasedIt_told() {
        over("noticed", "end");
        assertThat(said(flaws(ASKED, "{'key':'byhand','manual':true,'task':{'of':'dana','text':'When it fits'}}", END)))
                .isEqualTo("never-comes byhand: It waits to be released by hand, and nobody did.");
    }

    @Test
    void item_failedAgainAndAgain_toldWithReason() {
        happened = new RehearsalOutcome(null, false, Map.of("noticed", "It failed several times."), List.of());
        assertThat(said(flaws(ASKED, END))).isEqualTo("failed noticed: It failed several times.");
    }

    @Test
    void endedByHand_whatWasLeft_notJudged() {
        happened = new RehearsalOutcome(minutes(5), false, Map.of(), List.of("kill"));
        assertThat(flaws(ASKED, "{'key':'byhand','manual':true,'task':{'of':'dana','text':'When it fits'}}", END)).isEmpty();
    }

    @Test
    void running_whatComesLater_notYetTold() {
        assertThat(flaws(ASKED, "{'key':'byhand','manual':true,'task':{'of':'dana','text':'When it fits'}}", END)).isEmpty();
    }

    @Test
    void speed_wholeTimelineInAMinute() {
        assertThat(Forecast.speed(plan(ASKED, END))).isEqualTo(60);
        assertThat(Forecast.speed(plan(ASKED, "{'key':'end','at':'PT90S','endex':{}}"))).isEqualTo(2);
        assertThat(Forecast.speed(plan(ASKED, "{'key':'end','at':'P30D','endex':{}}"))).isEqualTo(3_600);
        assertThat(Forecast.speed(plan(ASKED,
                "{'key':'hint','after':{'item':'noticed','is':'missed','delay':'PT15M'},'task':{'of':'dana','text':'T'}}")))
                .isEqualTo(30);
        assertThat(Forecast.speed(plan("{'key':'one','manual':true,'task':{'of':'dana','text':'T'}}"))).isEqualTo(1);
    }
}
