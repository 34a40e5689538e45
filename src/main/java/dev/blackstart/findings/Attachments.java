package dev.blackstart.findings;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.findings.attachment.Attachment;
import dev.blackstart.findings.attachment.AttachmentAdded;
import dev.blackstart.findings.attachment.AttachmentToken;
import dev.blackstart.findings.attachment.AttachmentView;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.content.Content;
import dev.blackstart.web.content.ContentKind;
import dev.blackstart.web.limits.HeavyWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;

/** Keeps what people add to a finding: once, harmless, and told to those who read the finding. */
@ApplicationScoped
public class Attachments {

    public static final int MOST = 20;

    private final Clock clock;
    private final Journal journal;
    private final HeavyWork work;

    Attachments(Clock clock, Journal journal, HeavyWork work) {
        this.work = work;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * A file as it is sent.
     *
     * @param id made by its sender, or null
     * @param token of a finding without a name, or null
     */
    public record Sent(UUID id, String name, byte[] bytes, String token) {
    }

    /** @param fresh whether it was kept just now, rather than before */
    public record Kept(AttachmentView attachment, boolean fresh) {
    }

    /** Nothing is kept of a file that is refused. @param finding one that the sender may see */
    public Kept add(Finding finding, Sent sent, ExerciseAccess by) {
        by.must(Permission.TAKE_PART);
        UUID id = sent.id() == null ? UUID.randomUUID() : sent.id();
        String hash = DigestUtils.sha256Hex(sent.bytes() == null ? new byte[0] : sent.bytes());
        Kept before = QuarkusTransaction.requiringNew().call(() -> before(id, finding, hash));
        if (before != null) {
            return before;
        }
        QuarkusTransaction.requiringNew().run(() -> mustBeOpen(finding, sent.token(), by));
        Content file = work.await(HeavyWork.Kind.PICTURE, by.viewer(), null, () -> content(finding, sent));
        String author = finding.author == null ? null : by.viewer();
        try {
            return QuarkusTransaction.requiringNew().call(() -> once(id, finding, file, hash, author));
        } catch (PersistenceException | QuarkusTransactionException raced) {
            return QuarkusTransaction.requiringNew().call(() -> once(id, finding, file, hash, author));
        }
    }

    /** The finding's author may, and control staff; where there is no name, whoever holds the token. */
    private static void mustBeOpen(Finding finding, String token, ExerciseAccess by) {
        if (finding.author == null ? !AttachmentToken.opens(finding.id, token)
                : !finding.author.equals(by.viewer()) && !by.control()) {
            throw Problem.forbidden(finding.author == null
                    ? "This finding has no name: only who logged it adds to it, with the attachmentToken its answer held."
                    : "Only who logged this finding and control staff add to it; log a finding of your own.");
        }
    }

    private static Content content(Finding finding, Sent sent) {
        Content file = Content.of(sent.name(), sent.bytes());
        if (finding.author != null) {
            return file;
        }
        if (file.type().equals(ContentKind.PDF.type)) {
            throw Problem.invalid("file", "A PDF may hold its author's name; to stay unnamed send a picture or plain text.");
        }
        return file.nameless();
    }

    private static Kept before(UUID id, Finding finding, String hash) {
        Attachment kept = Attachment.findById(id);
        if (kept == null) {
            return null;
        }
        if (!kept.findingId.equals(finding.id) || !kept.sentHash.equals(hash)) {
            throw Problem.conflict("Another attachment has this id already; send yours with a new id.");
        }
        return new Kept(AttachmentView.of(kept), false);
    }

    private Kept once(UUID id, Finding finding, Content file, String hash, String author) {
        Kept before = before(id, finding, hash);
        if (before != null) {
            return before;
        }
        Instant at = clock.instant();
        Attachment fresh = new Attachment(id, finding.exerciseId, finding.id, file, hash, author, at);
        fresh.keep(file);
        Exercise exercise = Exercise.lock(finding.exerciseId);
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
        if (Attachment.count("findingId", finding.id) > MOST) {
            throw Problem.invalid("file", "A finding takes at most %d files; log another finding.".formatted(MOST));
        }
        tell(exercise, finding, fresh, clock.instant());
        return new Kept(AttachmentView.of(fresh), true);
    }

    private void tell(Exercise exercise, Finding finding, Attachment fresh, Instant at) {
        journal.append(exercise, at,
                new AttachmentAdded(finding.id.toString(), fresh.id.toString(), fresh.name, fresh.type, fresh.size),
                fresh.author == null ? Journal.ANONYMOUS : fresh.author, Findings.readers(finding));
    }

    /** @throws Problem 404 where it is not there, or belongs to a finding this person may not know */
    Attachment readable(UUID exerciseId, UUID id, ExerciseAccess sight) {
        Attachment attachment = Attachment.findById(id);
        if (attachment == null || !attachment.exerciseId.equals(exerciseId)) {
            throw Problem.notFound();
        }
        visible(exerciseId, attachment.findingId, sight);
        return attachment;
    }

    /** @throws Problem 404 where the finding is not there for this person */
    Finding visible(UUID exerciseId, UUID findingId, ExerciseAccess sight) {
        Finding finding = Finding.findById(findingId);
        if (finding == null || !finding.exerciseId.equals(exerciseId)
                || FindingView.of(finding, Exercise.findById(exerciseId), sight) == null) {
            throw Problem.notFound();
        }
        return finding;
    }
}
