package dev.blackstart.review.document;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.review.document.ReportEvent.ReportEdited;
import dev.blackstart.review.document.ReportEvent.ReportMoved;
import dev.blackstart.review.draft.ReportDraft;

/** Edits and moves the report of an exercise, after ENDEX: learning comes after, never during. */
@ApplicationScoped
public class ReportDocuments {

    private final Clock clock;
    private final Journal journal;

    ReportDocuments(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param draft what is derived of the same exercise */
    @Transactional
    public ReportDocument of(UUID exerciseId, ReportDraft draft) {
        StoredReport stored = StoredReport.of(exerciseId);
        return ReportDocument.of(stored, stored == null ? null : ReportRevision.of(exerciseId, stored.revision), draft);
    }

    /**
     * Saves a new revision; what changes nothing makes none.
     *
     * @param base the revision the editor has read; null where they do not say
     * @return the number of the newest revision
     * @throws EditConflict 412 where somebody saved another revision since
     * @throws Problem 409 before ENDEX, 422 for what does not fit
     */
    @Transactional
    public int change(UUID exerciseId, Integer base, ReportChange change, ExerciseAccess by) {
        by.must(Permission.SEE_CONTROL);
        Exercise exercise = Exercise.lock(exerciseId);
        mustBeOver(exercise);
        StoredReport known = StoredReport.of(exerciseId);
        int newest = known == null ? 0 : known.revision;
        if (base != null && base != newest) {
            throw new EditConflict(newest);
        }
        ReportContent before = newest == 0 ? ReportContent.NOTHING : ReportRevision.of(exerciseId, newest).content();
        ReportContent after = before.with(change == null ? new ReportChange(null, null) : change);
        List<String> changed = after.changedSince(before);
        if (!changed.isEmpty()) {
            Instant at = clock.instant();
            StoredReport stored = StoredReport.begun(exerciseId, at);
            stored.revise();
            new ReportRevision(exerciseId, stored.revision, by.viewer(), after, at).persist();
            journal.append(exercise, at, new ReportEdited(stored.revision, changed), by.viewer(), Audience.CONTROL);
            return stored.revision;
        }
        return newest;
    }

    /** The head row's lock is held. */
    public StoredReport begun(Exercise exercise) {
        return StoredReport.begun(exercise.id, clock.instant());
    }

    /**
     * Under the head row's lock.
     *
     * @param audience of what is published; null otherwise
     * @throws Problem 409 for a step that does not lead there, 422 for a step back without a reason
     */
    public void move(Exercise exercise, StoredReport stored, ReportState to, String audience, String reason,
            ExerciseAccess by) {
        ReportState from = stored.state;
        if (from.isBack(to)) {
            TextLimits.reason("reason", reason, "Say why the report goes back.");
        }
        TextLimits.atMost(TextLimits.REASON, "reason", reason);
        stored.move(to);
        journal.append(exercise, clock.instant(), new ReportMoved(stored.revision, from.key(), to.key(), audience, reason),
                by.viewer(), Audience.CONTROL);
    }

    private static void mustBeOver(Exercise exercise) {
        if (!exercise.state.hasEnded()) {
            throw Problem.conflict("The report is edited after ENDEX; until then it grows by itself.");
        }
        if (exercise.isRehearsal()) {
            throw Problem.conflict("A rehearsal's report is not edited; it stays a draft.");
        }
    }
}
