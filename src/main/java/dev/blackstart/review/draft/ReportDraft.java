package dev.blackstart.review.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.evaluation.Scoreboard;
import dev.blackstart.findings.FindingLogged;
import dev.blackstart.hotwash.HotWashView;

/**
 * The after-action report as the journal alone tells it: a draft from STARTEX on, for control staff. People are named by their
 * keys; clocks and what is planned are durations of the exercise clock, everything else is wall time.
 *
 * @param journal where the journal ends, for whoever verifies it later
 * @param learnings what a session learned
 * @param measurements clocks, alerts, impact, failure modes and runbook steps
 * @param hotWash what was said right after ENDEX
 * @param readiness what was decided and prepared before
 * @param scores of a game, the best first
 * @param people by relation, and who met whom across teams
 * @param story what happened, in its order
 */
public record ReportDraft(Header exercise, ReportResult result, List<ObjectiveResult> objectives, FollowupDraft followup,
        PlanDocument.Scenario scenario,
        List<Line> timeline, List<Expectation> expectations, List<Fault> faults, List<Message> messages,
        List<Decision> decisions, List<CallTree> callTrees, List<Finding> findings, List<Pause> pauses, List<NoDuff> noDuffs,
        List<Attendance> attendance,
        List<RosterChange> rosterChanges, List<Note> notes, List<String> learnings, List<GateOverride> overrides,
        JournalEnd journal,
        Measurements measurements, HotWashView hotWash, Readiness readiness, List<Scoreboard.Score> scores, ReportPeople people,
        @JsonIgnore List<Moment> story) {

    private static final int MANY_FINDINGS = 200;

    /** The story as documents tell it: many findings stand in their own list alone. */
    public List<Moment> told() {
        return findings.size() <= MANY_FINDINGS ? story
                : story.stream().filter(moment -> !moment.type().equals(FindingLogged.TYPE)).toList();
    }

    /** Whether the story leaves the findings out. */
    public boolean tellsNoFindings() {
        return findings.size() > MANY_FINDINGS;
    }

    /** Findings of what went better than the plan expected; dismissed ones are none. */
    public List<Finding> goodCatches() {
        return findings.stream().filter(finding -> "good-catch".equals(finding.kind()))
                .filter(finding -> !finding.state().equals("dismissed")).toList();
    }

    /** Steps of runbooks that people did otherwise, which worked. */
    public List<Measurements.Step> adaptations() {
        return measurements.steps().stream().filter(Measurements.Step::adaptedAndWorked).toList();
    }

    /** Drills that refuted their hypothesis: the most valuable results. */
    public List<RefutedHypothesis> refuted() {
        return RefutedHypothesis.of(this);
    }

    /** Messages that somebody replied to. */
    public List<Message> answered() {
        return messages.stream().filter(message -> !message.replies().isEmpty()).toList();
    }

    /** The newest entry of the journal. For control staff alone: a hash that changes tells that something happened. */
    public record JournalEnd(long seq, String hash) {
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
            PlanDocument.Environment environment, int intensity, String owner, PlanDocument.Notice notice, String mode,
            int speed, String zone, String state,
            Instant plannedStart, Instant startedAt, String startedBy, Instant endedAt, String endedBy, String outcome,
            String endReason, Duration total, Duration paused, Duration clock, Instant asOf) {

        public boolean isOver() {
            return endedAt != null;
        }

        /** What this document is: a draft, until there are reports that somebody has signed. */
        @JsonProperty("status")
        public String status() {
            return "draft";
        }
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
     * @param from who a message pretends to be from; null without
     * @param copyOf key of the message that it is the spoken copy of; null for everything else
     */
    public record Line(String key, String kind, String text, List<String> to, String from, Duration planned, Duration due,
            Duration actual,
            Instant releasedAt, Duration lateness, boolean byClock, String releasedBy, String state, Duration settled,
            Instant settledAt, String settledBy, String option, List<String> reasons, boolean unplanned, String copyOf) {
    }

    /**
     * @param within how long they had; null where it was not said
     * @param deadline on the exercise clock; null where it is never missed by itself
     * @param result met, late, missed, unjudged, open, skipped or not-reached
     * @param took from when it was asked for to when it was ticked
     */
    public record Expectation(String item, List<String> of, String text, int points, Duration within, Duration deadline,
            String result,
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
     * @param verified whether somebody else than who reverted it, or a probe, saw that it worked; null where nobody looked
     * @param verifiedBy who saw it; null unless verified
     * @param why what began the revert
     * @param result passed, failed or inconclusive; null while nobody has judged it
     */
    public record Fault(String drill, String title, String kind, String owner, List<String> targets, String hypothesis,
            String state, Instant armedAt, Duration armed, Instant injectedAt, Duration injected, String injectedBy,
            Instant revertingAt,
            Instant revertedAt, Duration reverted, String revertedBy, Duration waited, Duration stood, Duration reverting,
            Duration maxDuration, boolean overdue, Boolean verified, String verifiedBy, String why, String result,
            String resultReason, String judgedBy) {

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

    /**
     * @param of the team it was asked of; null for control staff @param option null while nothing was chosen @param took from
     *        when it was asked to when it was chosen
     */
    public record Decision(String item, String of, String text, List<String> options, Duration asked, String option, Instant at,
            Duration clock, String by, Duration took, List<String> reasons) {
    }

    /**
     * @param result passed, failed or inconclusive; null while it runs
     * @param answers to the question that confirms a call, of which judged, of which right
     */
    public record CallTree(String tree, String subject, Instant at, Duration clock, String result, String reason, int places,
            int reached, int people, Duration toFirst, Duration toQuorum, Duration toAll, List<String> broken,
            List<String> wrong, int answers, int judged, int right) {
    }

    /**
     * @param by anonymous for who did not want to be named
     * @param state new, confirmed, noted or dismissed, as far as its triage has come
     * @param defect reference of the defect that it became; null where it did not
     * @param triageReason why it was dismissed or noted, or null
     * @param delay from seen to logged
     */
    public record Finding(String id, String text, String kind, String severity, String state, String by, Instant seenAt,
            Duration seen,
            Instant loggedAt, Duration logged, Duration delay, String item, String drill, List<Attachment> attachments,
            String defect, String triageReason,
            String triagedBy) {
    }

    /** A file that belongs to a finding. @param type as the platform found it to be */
    public record Attachment(String id, String name, String type, long size) {

        private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

        @JsonIgnore
        public boolean isPicture() {
            return PICTURES.contains(type);
        }
    }

    /**
     * A time in which nothing was conducted.
     *
     * @param cause asked, outage or no-duff
     * @param until null while it stands
     * @param clock where the exercise clock stood
     * @param clockAfter where it went on: later only where the time was counted all the same; null while it stands
     * @param catchUp shift, release or skip after an outage
     */
    public record Pause(String cause, Instant from, Instant until, Duration clock, Duration clockAfter, Duration length,
            String by,
            String reason, String resumedBy, String catchUp, String resumeReason) {
    }

    public record NoDuff(Instant at, Duration clock, String by, String text) {
    }

    /**
     * Who was there and what they contributed.
     *
     * @param teams keys of their teams
     * @param acts other entries in the journal that tell of something they did
     * @param outOfPlay why they were away on purpose; null for everybody else
     * @param checkedInAt since when they were here, as somebody recorded it; null where nobody did
     */
    public record Attendance(String person, List<String> teams, List<Seat> seats, String outOfPlay, Instant checkedInAt,
            int findings, int replies, int notes, int acts) {
    }

    /** @param change roster-changed, handover, direction-taken-over or seat-ended */
    public record RosterChange(Instant at, Duration clock, String change, String person, String role, Duration from,
            Duration until, String by) {
    }

    public record Note(Instant at, Duration clock, String by, String text) {
    }

    /** @param checks the keys of the gate's checks that did not pass, or the rule that somebody set aside for themselves */
    public record GateOverride(Instant at, Duration clock, String by, List<String> checks, String reason) {
    }

    /**
     * A moment of the story.
     *
     * @param type the journal's word, or expectation-met, expectation-late, message-sent, message-spoken,
     *        decision-asked, call-begun, observed
     * @param to whom it concerned: keys of people and teams, or everyone; empty where nobody in particular
     * @param from who a message pretends to be from, or null
     * @param subject what it was about, or null
     * @param text what was said, or null
     */
    public record Moment(Instant at, Duration clock, String type, String by, List<String> to, String from, String subject,
            String text) {
    }
}
