package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.journal.JournalEntry;

/**
 * The after-action report as the journal alone tells it: a draft from STARTEX on, for control staff. People are named by their
 * keys; clocks and what is planned are durations of the exercise clock, everything else is wall time.
 *
 * @param story what happened, in its order
 */
public record ReportDraft(Header exercise, Result result, List<Objective> objectives, PlanDocument.Scenario scenario,
        List<Line> timeline, List<Expectation> expectations, List<Fault> faults, List<Message> messages,
        List<Decision> decisions, List<Finding> findings, List<Pause> pauses, List<NoDuff> noDuffs, List<Attendance> attendance,
        List<RosterChange> rosterChanges, List<Note> notes, List<GateOverride> overrides, @JsonIgnore List<Moment> story) {

    /** Derives it in one pass over the journal, which begins with the first entry and holds a STARTEX. */
    public static ReportDraft from(PlanDocument plan, Facts facts, List<JournalEntry> journal) {
        ReportWriter writer = new ReportWriter(plan, facts);
        journal.forEach(writer::read);
        return writer.draft();
    }

    /** Messages that somebody replied to. */
    public List<Message> answered() {
        return messages.stream().filter(message -> !message.replies().isEmpty()).toList();
    }

    /**
     * What is known of the exercise beside its journal.
     *
     * @param plannedStart null where it had none
     * @param roster everybody's places, those that have ended among them
     * @param asOf the instant the draft tells of
     */
    public record Facts(UUID id, int revision, String mode, int speed, String zone, Instant plannedStart, List<Seat> roster,
            Instant asOf) {
    }

    /** A place on the roster. @param from position on the clock, null from the beginning @param until null for never */
    public record Seat(String person, String role, Duration from, Duration until) {
    }

    /**
     * @param state running, paused, ended or closed
     * @param outcome completed or aborted; null before ENDEX
     * @param total from STARTEX to ENDEX, or to now
     * @param paused how long it stood of that
     * @param clock what the exercise clock showed at the end, or shows now
     */
    public record Header(UUID id, String plan, int revision, String name, String title, PlanDocument.Type type,
            PlanDocument.Environment environment, int intensity, String mode, int speed, String zone, String state,
            Instant plannedStart, Instant startedAt, String startedBy, Instant endedAt, String endedBy, String outcome,
            String endReason, Duration total, Duration paused, Duration clock, Instant asOf) {

        public boolean isOver() {
            return endedAt != null;
        }
    }

    /**
     * The page to read first.
     *
     * @param worstFindings the most severe, at most five
     * @param faults those that were armed
     */
    public record Result(Tally expectations, int findings, List<Finding> worstFindings, List<Fault> faults,
            List<MissedRevert> missedReverts) {
    }

    /** How many expectations came to what. @param open released, and nobody has judged them */
    public record Tally(int met, int late, int missed, int unjudged, int open) {

        public int judged() {
            return met + late + missed;
        }
    }

    /** @param target null where the plan sets none @param rating P, S, M, U or not-exercised */
    public record Objective(String key, String text, String capability, Duration target, String rating) {
    }

    /**
     * An item of the timeline.
     *
     * @param planned where the plan put it; null where it waited for something
     * @param due where it was due at last; null for by hand
     * @param actual where it was released; null where it never was
     * @param lateness released behind (or, negative, before) its due instant, on the exercise clock
     * @param state pending, held, released, completed, missed, skipped or unjudged; after ENDEX not-reached for what waited
     * @param settled where it was completed, missed or judged
     * @param reasons what people and the platform said about it, oldest first
     */
    public record Line(String key, String kind, String text, List<String> to, Duration planned, Duration due, Duration actual,
            Instant releasedAt, Duration lateness, boolean byClock, String releasedBy, String state, Duration settled,
            Instant settledAt, String settledBy, String option, List<String> reasons, boolean unplanned) {
    }

    /**
     * @param deadline on the exercise clock; null where it is never missed by itself
     * @param result met, late, missed, unjudged, open, skipped or not-reached
     * @param took from when it was asked for to when it was ticked
     */
    public record Expectation(String item, List<String> of, String text, int points, Duration deadline, String result,
            Duration settled, Duration took, String by, List<String> reasons) {
    }

    /**
     * What was done to a target.
     *
     * @param state planned, armed, injected, reverting or reverted
     * @param waited from armed to injected
     * @param stood from injected to reverted, or to now
     * @param reverting from the first move to take it back until that was confirmed, or to now
     * @param overdue it stood for its longest duration before its revert began
     * @param verified whether the revert was seen to have worked; null until then
     * @param why what began the revert
     */
    public record Fault(String drill, String title, String kind, String owner, List<String> targets, String hypothesis,
            String state, Instant armedAt, Instant injectedAt, Duration injected, String injectedBy, Instant revertingAt,
            Instant revertedAt, Duration reverted, String revertedBy, Duration waited, Duration stood, Duration reverting,
            Duration maxDuration, boolean overdue, Boolean verified, String why) {

        public boolean wasArmed() {
            return armedAt != null;
        }
    }

    /** @param what overdue, not-reverted, not-verified or skipped */
    public record MissedRevert(String drill, String title, String what) {
    }

    public record Message(String item, Instant at, Duration clock, List<String> to, String from, String subject, String text,
            List<Reply> replies) {
    }

    /** @param after since the message was released */
    public record Reply(Instant at, Duration clock, String by, String text, Duration after) {
    }

    /** @param option null while nothing was chosen @param took from when it was asked to when it was chosen */
    public record Decision(String item, String text, List<String> options, Duration asked, String option, Instant at,
            Duration clock, String by, Duration took, List<String> reasons) {
    }

    /** @param by anonymous for who did not want to be named @param delay from seen to logged */
    public record Finding(String id, String text, String kind, String severity, String by, Instant seenAt, Duration seen,
            Instant loggedAt, Duration logged, Duration delay, String item, String drill) {
    }

    /**
     * A time in which nothing was conducted.
     *
     * @param cause asked, outage or no-duff
     * @param until null while it stands
     * @param clock where the exercise clock stood
     * @param catchUp shift, release or skip after an outage
     */
    public record Pause(String cause, Instant from, Instant until, Duration clock, Duration length, String by, String reason,
            String resumedBy, String catchUp) {
    }

    public record NoDuff(Instant at, Duration clock, String by, String text) {
    }

    /**
     * Who was there and what they contributed.
     *
     * @param acts other entries in the journal that tell of something they did
     * @param outOfPlay why they were away on purpose; null for everybody else
     */
    public record Attendance(String person, List<Seat> seats, String outOfPlay, int findings, int replies, int notes,
            int acts) {
    }

    /** @param change roster-changed, handover or direction-taken-over */
    public record RosterChange(Instant at, Duration clock, String change, String person, String role, Duration from,
            Duration until, String by) {
    }

    public record Note(Instant at, Duration clock, String by, String text) {
    }

    /** @param checks the keys of the gate's checks that did not pass */
    public record GateOverride(Instant at, Duration clock, String by, List<String> checks, String reason) {
    }

    /**
     * A moment of the story.
     *
     * @param type the journal's word, or expectation-met, expectation-late, message-sent, decision-asked, call-begun
     * @param to whom it concerned: keys of people and teams, or everyone; empty where nobody in particular
     * @param subject what it was about, or null
     * @param text what was said, or null
     */
    public record Moment(Instant at, Duration clock, String type, String by, List<String> to, String subject, String text) {
    }
}
