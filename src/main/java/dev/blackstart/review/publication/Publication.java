package dev.blackstart.review.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.document.StoredReport;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.web.Address;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Publishes a signed report: a copy for its audience, who are told of it. */
@ApplicationScoped
public class Publication {

    private final Reports reports;
    private final ReportDocuments documents;
    private final CopyWriter writer;
    private final Outbox outbox;
    private final Address address;
    private final Clock clock;
    private final Event<ReportPublished> published;

    Publication(Reports reports, ReportDocuments documents, CopyWriter writer, Outbox outbox, Address address, Clock clock,
            Event<ReportPublished> published) {
        this.published = published;
        this.reports = reports;
        this.documents = documents;
        this.writer = writer;
        this.outbox = outbox;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The copy is made before the lock is taken: it takes a while, and nothing waits for it.
     *
     * @throws Problem 409 unless it is signed, with {@code missing} while a mandatory field is
     */
    public void publish(UUID exerciseId, ReportAudience audience, ExerciseAccess by) {
        StoredReport stored = QuarkusTransaction.joiningExisting().call(() -> StoredReport.of(exerciseId));
        ReportState state = stored == null ? ReportState.DRAFT : stored.state;
        if (state == ReportState.PUBLISHED) {
            mustBeSame(exerciseId, audience);
            return;
        }
        if (state != ReportState.SIGNED_OFF) {
            throw new IllegalTransition("The report", state.key(), ReportState.PUBLISHED.key(), state.allowed());
        }
        ReportDraft draft = reports.draft(exerciseId, by);
        ReportDocument signed = documents.of(exerciseId, draft);
        if (!signed.missing().isEmpty()) {
            throw Problem.conflict("Give these fields a value, or say why they do not apply: "
                    + String.join(", ", signed.missingWords()) + ".").with("missing", signed.missing());
        }
        ReportCopy copy = writer.copy(reports.forReaders(exerciseId, by, audience == ReportAudience.ROSTER),
                signed.published(), audience);
        QuarkusTransaction.requiringNew().run(() -> store(exerciseId, signed.revision(), audience, copy, by));
    }

    private static void mustBeSame(UUID exerciseId, ReportAudience audience) {
        if (QuarkusTransaction.joiningExisting().call(() -> PublishedReport.audienceOf(exerciseId)) != audience) {
            throw Problem.conflict("The report is published to another audience. Return it to review with a reason, "
                    + "have it signed, and publish it anew.");
        }
    }

    private void store(UUID exerciseId, int revision, ReportAudience audience, ReportCopy copy, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        StoredReport stored = StoredReport.of(exerciseId);
        if (stored.state != ReportState.SIGNED_OFF || stored.revision != revision) {
            throw Problem.conflict("The report was changed meanwhile; have it signed, and publish it again.");
        }
        Instant at = clock.instant();
        PublishedReport made = new PublishedReport(exerciseId, revision, audience, by.viewer(), copy, at);
        made.persist();
        documents.move(exercise, stored, ReportState.PUBLISHED, audience.key(), null, by);
        List<String> people = RosterEntry.of(exerciseId).stream().map(seat -> seat.person).distinct().toList();
        outbox.post(new OutboundMessage(exerciseId, null, "Report published: " + copy.title(),
                "What was learned, and what is done about it: " + address.of("/exercises/" + exerciseId + "/report"), false),
                people, List.of("in-app"), at);
        published.fire(new ReportPublished(exercise, made, by.viewer(), at));
    }

    /**
     * Other exercises of the same plan that are still to come, as far as this person sees them: their players would read this.
     */
    public List<String> warnings(Exercise published, ExerciseAccess reader) {
        return Panache.getEntityManager()
                .createQuery("from Exercise e where e.planKey = :plan and e.id <> :id and e.mode = LIVE"
                        + " and e.state in (SCHEDULED, RUNNING, PAUSED) and " + Visibility.CONTROL
                        + " order by e.startsAt, e.id",
                        Exercise.class)
                .setParameter("plan", published.planKey).setParameter("id", published.id)
                .setParameter("viewer", reader.viewer()).setParameter("master", reader.master()).setMaxResults(10)
                .getResultList().stream()
                .map(one -> "%s, %s, is still to come: its players read this report, too.".formatted(one.name,
                        one.startsAt == null ? "without a date" : one.startsAt.atZone(one.zoneId()).toLocalDate()))
                .toList();
    }
}
