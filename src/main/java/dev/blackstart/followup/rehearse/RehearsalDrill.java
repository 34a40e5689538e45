package dev.blackstart.followup.rehearse;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.patch.PlanText;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.problem.Problem;

/**
 * A drill that rehearses what an action says, by hand, and proves its defect corrected; with an item of the timeline that
 * somebody
 * releases.
 *
 * @param key of the drill, new in the plan
 * @param targets keys of systems of the plan
 */
record RehearsalDrill(String key, ActionItem action, Defect defect, List<String> targets) {

    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_HYPOTHESIS = 400;

    /** @param asked keys of systems; none for those of the defect that the plan has @throws Problem 422 where none fits */
    static RehearsalDrill of(JsonNode plan, ActionItem action, Defect defect, List<String> asked) {
        List<String> systems = plan.path("systems").findValuesAsText("key");
        List<String> targets = (asked.isEmpty() ? defect.systems : asked).stream().filter(systems::contains).distinct()
                .toList();
        if (targets.isEmpty()) {
            throw Problem.invalid(asked.isEmpty() ? "plan" : "targets", systems.isEmpty()
                    ? "The plan has no systems; add the one that the drill touches first."
                    : "The plan has none of %s; name as targets some of its systems: %s.".formatted(
                            asked.isEmpty() ? "the defect's systems" : "these systems", String.join(", ", systems)))
                    .with("systems", systems);
        }
        return new RehearsalDrill(freeKey(plan, action.title), action, defect, targets);
    }

    /** Drills and items have keys of their own; one that neither has serves both. */
    private static String freeKey(JsonNode plan, String title) {
        Set<String> taken = new HashSet<>(plan.path("drills").findValuesAsText("key"));
        taken.addAll(plan.path("timeline").findValuesAsText("key"));
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String start = words.isEmpty() ? "rehearse" : words.substring(0, Math.min(LONGEST_KEY, words.length()));
        String trimmed = start.replaceAll("-+$", "");
        String key = trimmed;
        for (int next = 2; taken.contains(key); next++) {
            key = trimmed + "-" + next;
        }
        return key;
    }

    /** Everything else of the text stays as it is. */
    PlanText addedTo(PlanText text) {
        PlanText with = text.tree().path("drills").isEmpty() ? listed(text, "/drills", drill())
                : text.add("/drills/-", drill());
        return text.tree().path("timeline").isEmpty() ? listed(with, "/timeline", item()) : with.add("/timeline/-", item());
    }

    private static PlanText listed(PlanText text, String pointer, JsonNode only) {
        JsonNode list = JsonNodeFactory.instance.arrayNode().add(only);
        return text.tree().at(pointer).isMissingNode() ? text.add(pointer, list) : text.change(pointer, list);
    }

    private ObjectNode drill() {
        ObjectNode drill = JsonNodeFactory.instance.objectNode();
        drill.put("key", key).put("kind", "custom").put("title", action.title).put("owner", action.owner);
        drill.set("targets", new ObjectMapper().valueToTree(targets));
        drill.put("hypothesis", hypothesis());
        drill.set("fault", manual("Rehearse: " + action.title));
        drill.set("revert", manual("Take back what was changed for the rehearsal, and check that all is as before."));
        drill.put("maxDuration", "PT30M");
        drill.set("retests", JsonNodeFactory.instance.arrayNode().add(defect.reference));
        return drill;
    }

    private String hypothesis() {
        String said = "What was corrected holds: " + defect.title;
        return said.length() <= LONGEST_HYPOTHESIS ? said : said.substring(0, LONGEST_HYPOTHESIS);
    }

    private static ObjectNode manual(String instruction) {
        return JsonNodeFactory.instance.objectNode().put("driver", "manual").put("instruction", instruction);
    }

    private ObjectNode item() {
        return JsonNodeFactory.instance.objectNode().put("key", key).put("manual", true).put("drill", key);
    }
}
