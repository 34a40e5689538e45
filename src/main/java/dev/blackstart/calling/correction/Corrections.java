package dev.blackstart.calling.correction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.correction.Correction.State;
import dev.blackstart.calling.correction.CorrectionEvent.ContactCorrectionAccepted;
import dev.blackstart.calling.correction.CorrectionEvent.ContactCorrectionDeclined;
import dev.blackstart.calling.correction.CorrectionEvent.ContactReportedWrong;
import dev.blackstart.calling.correction.CorrectionEvent.Facts;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.CallTreeGap;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.DirectoryRecord;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Wrong numbers and addresses that calling showed flow back into the directory, once somebody who may has said yes. */
@ApplicationScoped
public class Corrections {

    private static final int MOST = 500;

    /** Hibernate's word for a row that is left out rather than waited for. */
    private static final int SKIP_LOCKED = -2;

    private final Clock clock;
    private final Journal journal;
    private final Event<CallTreeGap> flaws;
    private final DirectoryRecord directory;

    Corrections(Clock clock, Journal journal, DirectoryRecord directory, Event<CallTreeGap> flaws) {
        this.clock = clock;
        this.journal = journal;
        this.directory = directory;
        this.flaws = flaws;
    }

    /** @param right null or blank where only the wrong one is known @throws Problem 422 for what can be no such address */
    public void propose(Exercise exercise, ContactAttempt attempt, String right, String by, Instant at) {
        String value = right == null || right.isBlank() ? null : right.strip();
        String field = field(attempt.channel);
        mustFit(field, value);
        Correction correction = new Correction(attempt, field, value, by, at);
        correction.persist();
        tell(exercise, new ContactReportedWrong(Facts.of(correction)), by, at);
        flaws.fire(new CallTreeGap(exercise, Activation.<Activation> findById(attempt.activationId).itemId,
                "The %s of %s in the directory is wrong.%s".formatted(correction.word(), attempt.person,
                        value == null ? " Nobody knows the right one yet." : " A correction is proposed."),
                at));
    }

    private static String field(String channel) {
        return switch (channel) {
            case DirectoryMeans.PHONE -> "phone";
            case DirectoryMeans.WEBHOOK -> "chat";
            default -> "email";
        };
    }

    private static void mustFit(String field, String value) {
        TextLimits.atMost(TextLimits.LINE, "correction", value);
        FieldErrors flaws = new FieldErrors();
        corrected(ContactMethods.NONE, field, value).check(flaws);
        if (!flaws.isEmpty()) {
            throw Problem.invalid("correction", flaws.all().get(0).message());
        }
    }

    /** What waits for this person to decide. */
    public List<Correction> waitingFor(String viewer) {
        return Correction.openFor(viewer, MOST);
    }

    /** What never changes of a correction. */
    private record Asked(UUID exerciseId, String person, String proposedBy) {
    }

    /** @throws Problem 404 for who has nothing to do with it, 422 for no decision, 409 while an import holds the entry */
    @Transactional
    public Correction decide(UUID id, String decision, String viewer) {
        Asked asked = Correction.getEntityManager()
                .createQuery("select c.exerciseId, c.person, c.proposedBy from Correction c where c.id = ?1", Object[].class)
                .setParameter(1, id).getResultStream().findFirst()
                .map(row -> new Asked((UUID) row[0], (String) row[1], (String) row[2])).orElseThrow(Problem::notFound);
        if (!CorrectionApprover.of(viewer).may(asked.person(), asked.proposedBy())) {
            throw Problem.notFound();
        }
        if (!"accepted".equals(decision) && !"declined".equals(decision)) {
            throw Problem.invalid("decision", "decision is accepted or declined.");
        }
        boolean accept = decision.equals("accepted");
        if (accept) {
            hold(asked.person());
        }
        Exercise exercise = Exercise.lock(asked.exerciseId());
        Correction correction = Correction.findById(id);
        State wanted = accept ? State.ACCEPTED : State.DECLINED;
        if (correction.state == wanted) {
            return correction;
        }
        if (accept && correction.isOvertaken()) {
            throw Problem.conflict("The %s of %s was changed in the directory since; nothing is left to correct."
                    .formatted(correction.word(), correction.person));
        }
        Instant at = clock.instant();
        correction.decide(wanted, viewer, at);
        if (accept) {
            apply(correction, viewer, at);
        }
        tell(exercise, accept ? new ContactCorrectionAccepted(Facts.of(correction))
                : new ContactCorrectionDeclined(Facts.of(correction)), viewer, at);
        return correction;
    }

    /** Before the exercise's lock: an exercise never stands still for an import. */
    private static void hold(String person) {
        Person free = Person.<Person> find("key", person).withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED).firstResult();
        if (free == null && Person.count("key", person) > 0) {
            throw Problem.conflict("The directory is being imported; try again in a moment.");
        }
    }

    private void apply(Correction correction, String viewer, Instant at) {
        Person person = Person.byKey(correction.person);
        if (person == null) {
            throw Problem.conflict("%s is no longer in the directory; decline it.".formatted(correction.person));
        }
        ContactMethods before = person.contactMethods();
        person.reachAt(corrected(before, correction).checked());
        directory.tellReach(person, before, viewer, at);
    }

    private static ContactMethods corrected(ContactMethods contactMethods, Correction correction) {
        return corrected(contactMethods, correction.field, correction.value);
    }

    private static ContactMethods corrected(ContactMethods contactMethods, String field, String value) {
        return switch (field) {
            case "email" -> new ContactMethods(value, contactMethods.chat(), contactMethods.phone(), contactMethods.zone());
            case "chat" -> new ContactMethods(contactMethods.email(), value, contactMethods.phone(), contactMethods.zone());
            case "phone" -> new ContactMethods(contactMethods.email(), contactMethods.chat(), value, contactMethods.zone());
            default -> throw new IllegalStateException("nobody corrects a person's " + field);
        };
    }

    private void tell(Exercise exercise, CorrectionEvent event, String actor, Instant at) {
        journal.append(exercise, at, event, actor, Audience.CONTROL);
    }
}
