package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.calling.CallTreeEvent.CallTreeActivated;
import dev.blackstart.calling.CallTreeEvent.CallTreeFinished;
import dev.blackstart.calling.ContactEvent.AnswerJudged;
import dev.blackstart.calling.ContactEvent.ContactAcknowledged;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.review.draft.ReportDraft.CallTree;
import dev.blackstart.review.draft.ReportEntry;

/** What the call trees came to. */
public final class CallTreeChapter implements Chapter {

    /** By activation, in the order in which they began. */
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private final Map<String, CallTreeFinished> ended = new HashMap<>();

    /** The last word on each answer, by attempt. */
    private final Map<String, AnswerJudged> judged = new HashMap<>();

    /** How many answers there are, by activation. */
    private final Map<String, Integer> answered = new HashMap<>();

    private record Begun(ReportEntry entry, CallTreeActivated tree) {
    }

    @Override
    public void read(ReportEntry told) {
        JournalEvent event = told.event();
        if (event instanceof CallTreeActivated activated) {
            begun.put(activated.activation(), new Begun(told, activated));
        } else if (event instanceof CallTreeFinished finished) {
            ended.put(finished.activation(), finished);
        } else if (event instanceof ContactAcknowledged acknowledged) {
            answered.merge(acknowledged.facts().activation(), acknowledged.answer() == null ? 0 : 1, Integer::sum);
        } else if (event instanceof AnswerJudged answer) {
            judged.put(answer.facts().attempt(), answer);
        }
    }

    public List<CallTree> callTrees() {
        return begun.entrySet().stream().map(one -> tree(one.getKey(), one.getValue(), ended.get(one.getKey()))).toList();
    }

    private CallTree tree(String activation, Begun start, CallTreeFinished end) {
        List<AnswerJudged> answers = judged.values().stream()
                .filter(one -> activation.equals(one.facts().activation())).toList();
        int right = (int) answers.stream().filter(AnswerJudged::right).count();
        int given = Math.max(answered.getOrDefault(activation, 0), answers.size());
        CallTreeActivated tree = start.tree();
        Instant at = start.entry().at();
        Duration clock = start.entry().clock();
        if (end == null) {
            return new CallTree(tree.tree(), tree.title(), at, clock, null, null, tree.places(), 0, 0, null, null, null,
                    List.of(), List.of(), given, answers.size(), right);
        }
        return new CallTree(tree.tree(), tree.title(), at, clock, end.result(), end.reason(), end.places(), end.reached(),
                end.people(), end.toFirst(), end.toQuorum(), end.toAll(), known(end.broken()), known(end.wrong()), given,
                answers.size(), right);
    }

    private static List<String> known(List<String> people) {
        return people == null ? List.of() : people;
    }
}
