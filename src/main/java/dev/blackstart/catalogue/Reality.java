package dev.blackstart.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an item waits for where the story follows reality: a drill's clock stops or does not, or a probe changes its state.
 *
 * @param drill its key; null for a probe
 * @param probe its key; null for a drill
 * @param within how long after its injection a fault stays undetected, on the exercise clock; null for everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reality(String drill, String probe, Shows is, PlanDuration within) {

    /** What a drill or a probe shows. */
    public enum Shows {
        DETECTED(true),
        ACKNOWLEDGED(true),
        MITIGATED(true),
        RECOVERED(true),
        UNDETECTED(true),
        BREACHED(false),
        INSIDE(false);

        private final boolean ofDrill;

        Shows(boolean ofDrill) {
            this.ofDrill = ofDrill;
        }

        /** The plan's own word. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words for drills, or those for probes. */
        public static List<String> keys(boolean ofDrills) {
            return Arrays.stream(values()).filter(one -> one.ofDrill == ofDrills).map(Shows::key).toList();
        }
    }

    /** As a plan writes it, or as it is stored. */
    public static Reality of(JsonNode node) {
        return new Reality(TimelineEntry.text(node, "drill"), TimelineEntry.text(node, "probe"),
                Shows.valueOf(node.path("is").asText().toUpperCase(Locale.ROOT)),
                PlanDuration.of(TimelineEntry.text(node, "within")));
    }

    /** {@code “Stop the primary” is detected}, {@code probe write-path leaves its tolerance}. */
    public String inWords(PlanDocument plan) {
        return switch (is) {
            case UNDETECTED -> "“%s” is not detected within %s".formatted(plan.title(drill), within.inWords());
            case BREACHED -> "probe " + probe + " leaves its tolerance";
            case INSIDE -> "probe " + probe + " is inside its tolerance again";
            default -> "“%s” is %s".formatted(plan.title(drill), is.key());
        };
    }
}
