package dev.blackstart.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.review.ReportDraft.CallTree;

/** What the call trees came to. */
final class CallTreeChapter implements Chapter {

    /** By activation, in the order in which they began. */
    private final Map<String, ReportEntry> begun = new LinkedHashMap<>();
    private final Map<String, ReportEntry> ended = new HashMap<>();

    /** The last word on each answer, by attempt. */
    private final Map<String, ReportEntry> judged = new HashMap<>();

    /** How many answers there are, by activation. */
    private final Map<String, Integer> answered = new HashMap<>();

    @Override
    public void read(ReportEntry told) {
        switch (told.type()) {
            case "call-tree-activated" -> begun.put(told.text("activation"), told);
            case "call-tree-ended" -> ended.put(told.text("activation"), told);
            case "contact-acknowledged" -> answered.merge(told.text("activation"), told.text("answer") == null ? 0 : 1,
                    Integer::sum);
            case "answer-judged" -> judged.put(told.text("attempt"), told);
            default -> {
                // nobody was called
            }
        }
    }

    List<CallTree> callTrees() {
        return begun.entrySet().stream().map(one -> tree(one.getKey(), one.getValue(), ended.get(one.getKey()))).toList();
    }

    private CallTree tree(String activation, ReportEntry start, ReportEntry end) {
        List<ReportEntry> answers = judged.values().stream().filter(one -> activation.equals(one.text("activation"))).toList();
        int right = (int) answers.stream().filter(one -> one.data().path("right").asBoolean()).count();
        int given = Math.max(answered.getOrDefault(activation, 0), answers.size());
        if (end == null) {
            return new CallTree(start.text("tree"), start.text("title"), start.at(), start.clock(), null, null,
                    start.data().path("places").asInt(), 0, 0, null, null, null, List.of(), List.of(), given, answers.size(),
                    right);
        }
        return new CallTree(start.text("tree"), start.text("title"), start.at(), start.clock(), end.text("result"),
                end.text("reason"), end.data().path("places").asInt(), end.data().path("reached").asInt(),
                end.data().path("people").asInt(), end.duration("toFirst"), end.duration("toQuorum"), end.duration("toAll"),
                end.texts("broken"), end.texts("wrong"), given, answers.size(), right);
    }
}
