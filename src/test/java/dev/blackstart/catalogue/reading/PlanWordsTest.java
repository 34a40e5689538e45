package dev.blackstart.catalogue.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanDocument;

class PlanWordsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String PLAN = """
            {"key": "failover", "name": "Failover", "type": "full-scale", "intensity": 4, "environment": "production",
             "owner": "dana", "approvers": ["adam"], "team": "storage", "offLimits": ["ledger"],
             "systems": [{"key": "orders-db", "name": "Orders database", "carries": ["mail"]},
                         {"key": "ledger", "name": "Payments ledger"}],
             "objectives": [{"key": "back", "text": "Orders are accepted.", "target": "PT5M"}],
             "schedule": {"preparation": "P2W", "duration": "PT1H30M", "zone": "Europe/Berlin"},
             "roster": [{"person": "dana", "role": "director"}, {"person": "pia", "role": "player", "from": "PT30M"}],
             "simCell": [{"for": "The provider", "person": "dana"}],
             "preparation": [{"key": "p", "team": "storage", "kind": "other", "title": "Name it", "due": "-P7D", "blocking": true}],
             "probes": [{"key": "write-path", "type": "http", "url": "http://x/orders", "every": "PT1S",
                         "tolerance": {"status": [200, 201], "within": "PT2S"}, "guardrail": {"for": "PT20M", "then": "revert"}}],
             "drills": [{"key": "kill", "kind": "database-failover", "title": "Stop the primary", "owner": "dana",
                         "targets": ["orders-db"], "hypothesis": "The standby takes over.", "maxDuration": "PT20M",
                         "fault": {"driver": "process", "command": ["pg-stop", "primary"], "select": {"count": 1}},
                         "revert": {"driver": "http", "url": "http://x/rejoin", "onlyIf": "write-path",
                                    "otherwise": {"driver": "manual", "instruction": "Ask storage first."},
                                    "verify": {"probe": "write-path", "for": "PT30S"}},
                         "expects": [{"alert": "OrdersDown", "within": "PT2M"}]}],
             "callTrees": [{"key": "on-call", "message": {"subject": "Can you be reached?", "confirmQuestion": "Which bridge?"},
                            "pass": {"reach": 0.8, "quorum": 3, "within": "PT15M"},
                            "root": {"person": "dana", "channels": ["email", "phone"], "wait": "PT5M", "alternates": ["pia"],
                                     "calls": [{"onDuty": "storage"}]}}],
             "timeline": [
               {"key": "open", "at": "PT0M", "message": {"to": "everyone", "subject": "We begin", "text": "Line one.\\nLine two."}},
               {"key": "fault", "at": "PT10M", "drill": "kill", "reveal": {"at": "PT1H"}},
               {"key": "seen", "after": {"item": "fault"}, "expectation": {"of": "storage", "text": "Declares an incident.", "within": "PT5M"}},
               {"key": "hint", "after": {"item": "seen", "is": "missed", "delay": "PT2M"}, "message": {"to": ["pia", "storage"], "channels": ["spoken", "in-app"], "text": "Look."}},
               {"key": "call", "manual": true, "callTree": "on-call"},
               {"key": "shift", "at": "PT40M", "handover": {"from": "dana", "to": "pia"}},
               {"key": "back", "at": "PT45M", "revert": "kill"}]}
            """;

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static PlanNames names(JsonNode tree) {
        return new PlanNames(MAPPER.convertValue(tree, PlanDocument.class),
                Map.of("dana", "Dana Director", "pia", "Pia Sorensen", "adam", "Adam"), Map.of("storage", "Storage"), Map.of());
    }

    private static final PlanWords WORDS = PlanWords.of(names(tree(PLAN)));

    private static TimelineWords item(String key) {
        return WORDS.timeline().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private static String text(List<Fact> facts) {
        return facts.stream().map(fact -> fact.label() + " " + fact.text()).collect(Collectors.joining("; "));
    }

    @Test
    void timeline_everyKind_saysWhenWhomAndWhat() {
        assertThat(item("open")).satisfies(one -> {
            assertThat(List.of(one.when(), one.head(), one.title(), one.text()))
                    .containsExactly("at the start", "Message to everyone", "We begin", "Line one.\nLine two.");
        });
        assertThat(item("fault").when()).isEqualTo("10 minutes after the start");
        assertThat(text(item("fault").facts())).isEqualTo("Shown to the roster 1 hour after the start");
        assertThat(item("seen").when()).isEqualTo("when “Stop the primary” is released");
        assertThat(text(item("seen").facts())).isEqualTo("Within 5 minutes");
        assertThat(item("hint").when()).isEqualTo("2 minutes later, if “Declares an incident.” is missed");
        assertThat(item("hint").head()).isEqualTo("Message to Pia Sorensen, team Storage");
        assertThat(text(item("hint").facts())).contains("Sent spoken by a controller, else on their page");
        assertThat(item("call").title()).isEqualTo("Can you be reached?");
        assertThat(item("shift").title()).isEqualTo("Dana Director hands over to Pia Sorensen");
        assertThat(item("back").title()).isEqualTo("Stop the primary");
    }

    @Test
    void drill_faultAndRevert_stepByStep() {
        DrillWords drill = WORDS.drills().get(0);
        assertThat(text(drill.facts())).contains("Touches Orders database", "In production", "Owner Dana Director",
                "Lasts at most 20 minutes, then the platform reverts it", "alert OrdersDown within 2 minutes",
                "the fault is reverted");
        assertThat(text(drill.fault())).isEqualTo(
                "Targets drawn 1 of them, at random; what was drawn is recorded first; Runs the command pg-stop primary");
        assertThat(text(drill.revert())).contains("Only if the probe write-path is inside its tolerance",
                "Sends POST http://x/rejoin", "Otherwise: By hand Ask storage first.",
                "Verified when the probe write-path stays inside its tolerance for 30 seconds");
    }

    @Test
    void callTree_nested_whoCallsWhom() {
        CallTreeWords tree = WORDS.callTrees().get(0);
        assertThat(text(tree.facts())).contains("Asks Which bridge?",
                "Passes when 80 % of the places are reached and 3 people confirm, within 15 minutes");
        assertThat(tree.root().who()).isEqualTo("Dana Director");
        assertThat(tree.root().how()).isEqualTo("by mail, then by phone; waits 5 minutes; else Pia Sorensen");
        assertThat(tree.root().calls().get(0).who()).isEqualTo("whoever is on duty in team Storage");
    }

    @Test
    void probe_toleranceAndGuardrail_inWords() {
        assertThat(text(WORDS.probes().get(0).facts())).contains("Asks GET http://x/orders", "Every 1 second",
                "the status is 200 or 201, and the answer comes within 2 seconds",
                "outside for 20 minutes: all active faults are reverted, then the exercise is paused",
                "the revert of “Stop the primary”");
    }

    @Test
    void plan_facts_namesAndLengthsInWords() {
        assertThat(text(WORDS.facts())).contains("Duration 1 hour 30 minutes", "Preparation 2 weeks", "Team Storage",
                "Type full-scale");
        assertThat(text(WORDS.risks())).contains("Touched Orders database", "Never touched Payments ledger",
                "Longest fault 20 minutes", "Orders database carries mail");
        assertThat(WORDS.playing()).containsEntry("player", List.of("Pia Sorensen from 30 minutes after the start"));
        assertThat(text(WORDS.preparation())).isEqualTo("Team Storage, due 7 days before the start, blocks the start Name it");
    }

    @Test
    void words_everywhere_noCodeOfADuration() {
        String all = Stream.of(WORDS.timeline(), WORDS.drills(), WORDS.callTrees(), WORDS.probes(), WORDS.facts(),
                WORDS.risks(), WORDS.preparation(), WORDS.objectives()).map(String::valueOf).collect(Collectors.joining());
        assertThat(all).doesNotContainPattern("\\bP(T?\\d)");
    }

    @Test
    void comparison_itemsAddedRemovedAndChanged_saidByName() {
        String changed = PLAN.replace("\"text\": \"Look.\"", "\"text\": \"Look again.\"")
                .replace("\"maxDuration\": \"PT20M\"", "\"maxDuration\": \"PT30M\"")
                .replace("{\"person\": \"pia\", \"role\": \"player\", \"from\": \"PT30M\"}",
                        "{\"person\": \"pia\", \"role\": \"observer\"}")
                .replace("{\"key\": \"call\", \"manual\": true, \"callTree\": \"on-call\"},", "");
        List<PlanChange> changes = PlanComparison.of(tree(PLAN), names(tree(PLAN)), tree(changed), names(tree(changed)));
        assertThat(changes).contains(new PlanChange("Timeline › “Look again.” › message › text", "Look.", "Look again."),
                new PlanChange("Drills › Stop the primary › lasts at most", "20 minutes", "30 minutes"));
        assertThat(changes).filteredOn(PlanChange::isRemoval).extracting(PlanChange::where).containsExactlyInAnyOrder(
                "Roster › Pia Sorensen, player", "Timeline › “Call tree: Can you be reached?”");
        assertThat(changes).filteredOn(PlanChange::isAddition).extracting(PlanChange::where)
                .containsExactly("Roster › Pia Sorensen, observer");
        assertThat(changes).hasSize(5);
    }

    @Test
    void comparison_partsMoved_onlyTheOrderIsSaid() {
        JsonNode before = tree(PLAN);
        String moved = PLAN.replace(
                "[{\"person\": \"dana\", \"role\": \"director\"}, {\"person\": \"pia\", \"role\": \"player\", \"from\": \"PT30M\"}]",
                "[{\"person\": \"pia\", \"role\": \"player\", \"from\": \"PT30M\"}, {\"person\": \"dana\", \"role\": \"director\"}]");
        assertThat(PlanComparison.of(before, names(before), tree(moved), names(tree(moved)))).extracting(PlanChange::where)
                .containsExactly("Roster");
        assertThat(PlanComparison.of(before, names(before), before, names(before))).isEmpty();
    }

    @Test
    void lines_oneLineChanged_bothAndWhatIsAround() {
        assertThat(PlanDifference.lines(List.of("a", "b", "c"), List.of("a", "B", "c"))).extracting(PlanDifference.Line::sign)
                .containsExactly("at", "", "minus", "plus", "");
        assertThat(PlanDifference.lines(List.of("a"), List.of("a"))).isEmpty();
    }
}
