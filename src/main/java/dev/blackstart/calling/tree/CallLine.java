package dev.blackstart.calling.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A tree in one line, as the control room tells it. @param state running, or what it came to */
public record CallLine(String key, int reached, int places, String state) {

    /** Trees in flight. */
    public static List<CallLine> running(UUID exerciseId) {
        List<CallLine> lines = new ArrayList<>();
        for (Activation activation : Activation.running(exerciseId)) {
            int places = (int) CallNode.count("activationId", activation.id);
            int reached = (int) CallNode.count("activationId = ?1 and state = ?2", activation.id, CallNode.State.REACHED);
            lines.add(new CallLine(activation.treeKey, reached, places, activation.state.key()));
        }
        return lines;
    }
}
