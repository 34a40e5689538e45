package dev.blackstart.review.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.blackstart.conduct.ExerciseClosing;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.review.comment.CommentEvent.CommentAnswered;
import dev.blackstart.review.comment.CommentEvent.CommentWithdrawn;
import dev.blackstart.review.comment.CommentEvent.CommentsCounted;
import dev.blackstart.review.comment.CommentEvent.ReportCommented;
import dev.blackstart.review.document.ReportRevision;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.review.publication.PublishedReport;
import dev.blackstart.review.publication.PublishedReports;
import dev.blackstart.review.publication.ReportPublished;
import dev.blackstart.web.Address;

/** Takes comments of whoever may read the report, from ENDEX on, and what becomes of them. Nobody removes another's. */
@ApplicationScoped
public class ReportComments {

    private final Clock clock;
    private final Journal journal;
    private final PublishedReports published;
    private final Outbox outbox;
    private final Address address;

    ReportComments(Clock clock, Journal journal, PublishedReports published, Outbox outbox, Address address) {
        this.clock = clock;
        this.journal = journal;
        this.published = published;
        this.outbox = outbox;
        this.address = address;
    }

    /** @param fresh whether it was new */
    record Taken(CommentView comment, boolean fresh) {
    }

    /**
     * @param access null for somebody who does not know the exercise
     * @throws Problem 404 for who reads no report
     */
    @Transactional
    public CommentReader reader(UUID exerciseId, ExerciseAccess access, String viewer) {
        if (access == null || !access.control()) {
            PublishedReport copy = published.read(exerciseId, access);
            return audience(copy, viewer);
        }
        Exercise exercise = Exercise.findById(exerciseId);
        if (exercise.clock.startedAt == null) {
            throw Problem.notFound();
        }
        StoredReport stored = StoredReport.of(exerciseId);
        return new CommentReader(exerciseId, exercise.name, viewer, true, null,
                stored == null ? Set.of() : written(exerciseId, stored.revision));
    }

    /** What the readers of a copy see with it. */
    @Transactional
    public CommentReader audience(PublishedReport copy, String viewer) {
        return new CommentReader(copy.exerciseId, copy.title, viewer, false, copy.audience,
                written(copy.exerciseId, copy.revision));
    }

    private static Set<String> written(UUID exerciseId, int revision) {
        ReportRevision found = revision == 0 ? null : ReportRevision.of(exerciseId, revision);
        return found == null ? Set.of() : found.content().sections().keySet();
    }

    /** @throws Problem 409 before ENDEX and for an id that says something else, 422 for what cannot be a comment */
    @Transactional
    Taken take(CommentReader by, CommentEntry typed) {
        CommentEntry entry = (typed == null ? new CommentEntry(null, null, null, null, null) : typed).checked();
        by.mustHave(entry.section());
        CommentReaders readers = by.readersOf(entry);
        Exercise exercise = Exercise.lock(by.exercise());
        mustBeOver(exercise);
        String author = entry.isAnonymous() ? null : by.viewer();
        ReportComment known = entry.id() == null ? null : ReportComment.findById(entry.id());
        if (known != null) {
            if (!known.exerciseId.equals(exercise.id) || !known.says(entry, author)) {
                throw Problem.conflict("Another comment has this id; send yours with a new one.");
            }
            return new Taken(CommentView.of(known, by.viewer()), false);
        }
        Instant at = clock.instant();
        ReportComment comment = new ReportComment(entry.id() == null ? UUID.randomUUID() : entry.id(), exercise.id, author,
                entry, readers, author == null ? exercise.endedAt : at);
        comment.persist();
        if (author != null) {
            journal.append(exercise, at, new ReportCommented(comment.id, comment.section, comment.text), author,
                    Audience.CONTROL);
        }
        return new Taken(CommentView.of(comment, by.viewer()), true);
    }

    private static void mustBeOver(Exercise exercise) {
        if (exercise.isRehearsal()) {
            throw Problem.conflict("A rehearsal's report has no comments.");
        }
        if (!exercise.state.hasEnded()) {
            throw Problem.conflict("The report is commented after ENDEX.");
        }
    }

    /**
     * Control staff answer, or mark it as taken up, with a reason; its author withdraws it.
     *
     * @param to answered, taken-up or withdrawn
     * @throws Problem 404 for a comment they do not see, 403 for who may not, 409 where it was withdrawn
     */
    @Transactional
    CommentView move(CommentReader by, UUID id, String to, String text) {
        Exercise exercise = Exercise.lock(by.exercise());
        ReportComment comment = CommentList.one(by, id);
        CommentState wanted = Choice.of("to", CommentState.class, to);
        if (wanted == null || wanted == CommentState.OPEN) {
            throw Problem.invalid("to", "A comment moves to answered, taken-up or withdrawn.");
        }
        Instant at = clock.instant();
        if (wanted == CommentState.WITHDRAWN) {
            comment.withdraw(by.viewer());
            journal.append(exercise, at, new CommentWithdrawn(comment.id, comment.section), by.viewer(), Audience.CONTROL);
        } else {
            answer(exercise, comment, wanted, text, by, at);
        }
        return CommentView.of(comment, by.viewer());
    }

    private void answer(Exercise exercise, ReportComment comment, CommentState to, String text, CommentReader by, Instant at) {
        if (!by.control()) {
            throw Problem.forbidden("Only control staff answer comments.");
        }
        String words = TextLimits.reason("text", text, to == CommentState.TAKEN_UP ? "Say what was changed because of it."
                : "Say why the report stays as it is.").strip();
        comment.answer(to, words, by.viewer(), at);
        journal.append(exercise, at, new CommentAnswered(comment.id, comment.section, to.key(), words), by.viewer(),
                Audience.CONTROL);
        if (comment.author != null && !comment.author.equals(by.viewer())) {
            outbox.post(new OutboundMessage(exercise.id, null, "Your comment on a report was " + to.words(), words + " "
                    + address.of("/exercises/" + exercise.id + "/report/comments"), false), List.of(comment.author),
                    List.of("in-app"), at);
        }
    }

    /** Without a name none is journaled: so the record holds how many there were. */
    void published(@Observes ReportPublished published) {
        count(published.exercise(), published.by(), published.at());
    }

    void closes(@Observes ExerciseClosing closing) {
        count(closing.exercise(), closing.actor(), closing.at());
    }

    private void count(Exercise exercise, String actor, Instant at) {
        long all = ReportComment.count("exerciseId", exercise.id);
        if (all > 0) {
            long anonymous = ReportComment.count("exerciseId = ?1 and author is null", exercise.id);
            journal.append(exercise, at, new CommentsCounted((int) (all - anonymous), (int) anonymous), actor,
                    Audience.CONTROL);
        }
    }
}
