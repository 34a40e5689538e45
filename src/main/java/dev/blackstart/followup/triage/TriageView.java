package dev.blackstart.followup.triage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.action.ActionView;
import dev.blackstart.followup.defect.FollowupAccess;

/**
 * What the triage board shows.
 *
 * @param exercises to choose from
 * @param count how many findings there are in all
 * @param lines findings, the newest first
 * @param older where the list goes on, or null
 * @param chosen null where there is nothing to look at
 * @param asked the chosen one was asked for by its address, rather than being the first
 * @param previous where k leads, or null
 * @param next where j leads, or null
 */
public record TriageView(Sieve sieve, List<Option> exercises, long count, List<Line> lines, String older, Chosen chosen,
        boolean asked,
        String previous, String next) {

    /** As it is shown. */
    public String total() {
        return total(count);
    }

    /** A count that may have come to its bound. */
    public static String total(long count) {
        return count < FollowupAccess.COUNTED ? String.valueOf(count) : FollowupAccess.COUNTED + "+";
    }

    /** What a select offers. */
    public record Option(String key, String name) {
    }

    public record Line(UUID id, String href, String text, String kind, String severity, String state, String exercise,
            Instant at, String zone, boolean current) {
    }

    /**
     * The finding that is looked at.
     *
     * @param live its exercise is not over: review comes after
     * @param mayTriage else the viewer only reads
     * @param defect what it shows, or null
     * @param title what a defect of it would be called
     * @param systems what it is about, as far as its drill tells
     * @param similar earlier defects, the most alike first
     * @param actions open ones, the most alike first
     * @param defects all that could be merged into
     * @param points single points of failure that it may be about
     * @param signal null unless it is a weak signal
     * @param point the reference of the one that it names, or nothing
     */
    public record Chosen(FindingView finding, UUID exercise, String exerciseName, String zone, boolean live, boolean mayTriage,
            ActionView.Subject defect, String title, List<String> systems, List<Similar> similar, List<Open> actions,
            List<Option> defects, List<Option> points, String point, Signal signal) {
    }

    /**
     * What is known of a weak signal. @param dismissed alike ones that were dismissed @param mayDismiss else somebody outside
     * the
     * team reads it first @param readers who could @param reader who was asked, or null @param objection of its finder, or null
     */
    public record Signal(List<Line> dismissed, boolean mayDismiss, List<String> readers, String reader, String objection) {
    }

    /**
     * @param open actions against it that are not done: it has recurred
     * @param samePoint of failure: it is no likeness
     */
    public record Similar(UUID id, String reference, String title, String state, int percent, long open, boolean samePoint) {
    }

    public record Open(UUID id, String title, String owner, Instant due) {
    }

    /** What was typed, and what is wrong with it. @param act confirm, merge, note, dismiss or label */
    public record Form(String act, String title, String text, String exposedBy, String factors, String systems,
            String principle,
            String severity, String likelihood, String recurrenceOf, String singlePoint, String defect, String reason,
            String field,
            String problem) {

        private static final Set<String> CONFIRMING = Set.of("title", "exposedBy", "systems", "contributingFactors",
                "recurrenceOf",
                "singlePoint", "likelihood");

        static final Form EMPTY = new Form(null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);

        public String errorOf(String of, String name) {
            return of.equals(act) && name.equals(field) ? problem : null;
        }

        public boolean isOf(String of) {
            return of.equals(act);
        }

        /** What is wrong with a confirmation, where none of the fields on the page is to blame. */
        public String otherwiseConfirming() {
            return isOf("confirm") && field != null && !CONFIRMING.contains(field) ? problem : null;
        }
    }
}
