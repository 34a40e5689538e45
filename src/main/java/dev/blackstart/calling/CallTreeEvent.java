package dev.blackstart.calling;

import java.time.Duration;
import java.util.List;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;
import dev.blackstart.web.Texts;

/** An activation of a call tree began or ended. */
public sealed interface CallTreeEvent extends JournalEvent {

    /** Key of the tree. */
    String tree();

    /** Id of the activation. */
    String activation();

    /** @param title what it is about @param places how many the tree has */
    record CallTreeActivated(String tree, String activation, @FreeText String title, int places) implements CallTreeEvent {
        public static final String TYPE = "call-tree-activated";

        @Override
        public LogSentence describe(LogContext context) {
            return about("Call tree started, " + Texts.count(places, "place") + ": ", context, tree);
        }

        @Override
        public String icon() {
            return "call";
        }
    }

    /**
     * @param result passed, failed or inconclusive
     * @param broken the figures are those of {@link ActivationMetrics}
     */
    record CallTreeFinished(String tree, String activation, int places, int reached, int people, int tries, Duration toFirst,
            Duration toQuorum, Duration toAll, int late, @Personal List<String> broken, @Personal List<String> wrong,
            List<Branch> branches, String result, @FreeText String reason) implements CallTreeEvent {
        public static final String TYPE = "call-tree-ended";

        static CallTreeFinished of(Activation activation, ActivationMetrics figures, ActivationMetrics.Verdict verdict) {
            return new CallTreeFinished(activation.treeKey, activation.id.toString(), figures.places(), figures.reached(),
                    figures.people(), figures.tries(), figures.toFirst(), figures.toQuorum(), figures.toAll(), figures.late(),
                    figures.broken(), figures.wrong(), figures.branches().stream().map(Branch::of).toList(),
                    verdict.result().key(), verdict.reason());
        }

        @Override
        public LogSentence describe(LogContext context) {
            return about("Call tree over, " + result + ", " + reached + " of " + places + " reached: ", context, tree);
        }

        @Override
        public String icon() {
            return LogSentence.resultIcon(result);
        }
    }

    /** A child of the root and everybody below. */
    record Branch(@Personal String name, int places, int reached) {
        static Branch of(ActivationMetrics.Branch branch) {
            return new Branch(branch.name(), branch.places(), branch.reached());
        }
    }

    private static LogSentence about(String what, LogContext context, String tree) {
        return new LogSentence(what, new LogSentence.Link(tree, context.path("/call-trees/" + tree)), "");
    }
}
