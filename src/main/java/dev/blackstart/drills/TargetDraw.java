package dev.blackstart.drills;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Draws some of a drill's targets, as {@code select: {count: 3}} or {@code {percent: 8}} says. The same seed draws the same
 * targets again.
 */
final class TargetDraw {

    private TargetDraw() {
    }

    /** In the plan's order; at least one, a part of a target counts as a whole one. */
    static List<String> draw(List<String> targets, JsonNode select, long seed) {
        int wanted = select.has("count") ? select.get("count").asInt()
                : select.get("percent").decimalValue().movePointLeft(2).multiply(BigDecimal.valueOf(targets.size()))
                        .setScale(0, RoundingMode.CEILING).intValue();
        List<String> shuffled = new ArrayList<>(targets);
        Collections.shuffle(shuffled, new Random(seed));
        List<String> drawn = shuffled.subList(0, Math.max(1, Math.min(wanted, targets.size())));
        return targets.stream().filter(drawn::contains).toList();
    }
}
