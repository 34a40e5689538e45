package dev.blackstart.followup.defect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.BatchSize;

import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.IllegalTransition;

/**
 * A latent defect: a flaw that was there before the exercise showed it. Open until its actions are done, verified when a later
 * exercise proves it, or accepted as a risk for a time.
 */
@Entity
public class Defect extends BaseEntity {

    /** How people and plans call it: {@code D-4KX7}. It tells nothing of how many others there are. */
    @NotNull
    public String reference;

    /** Where it was opened. */
    @NotNull
    public UUID exerciseId;

    @NotNull
    public String title;

    public String text;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    @NotNull
    @Enumerated(EnumType.STRING)
    public Exposure exposedBy;

    @Enumerated(EnumType.STRING)
    public Principle principle;

    /** {@code sev1} … {@code sev4}, or null. */
    public String severity;

    /** That it does harm within a year; null where nobody said. */
    @Enumerated(EnumType.STRING)
    public Likelihood likelihood;

    /** Where it was shown; only a retest as high as this proves it mended. */
    @NotNull
    @Enumerated(EnumType.STRING)
    public Environment environment;

    @ElementCollection
    @CollectionTable(name = "defect_factor", joinColumns = @JoinColumn(name = "defect_id"))
    @OrderColumn(name = "position")
    @Column(name = "text", nullable = false)
    @BatchSize(size = 100)
    public List<String> contributingFactors = new ArrayList<>();

    /** Keys, as plans name them. */
    @ElementCollection
    @CollectionTable(name = "defect_system", joinColumns = @JoinColumn(name = "defect_id"))
    @OrderColumn(name = "position")
    @Column(name = "system_key", nullable = false)
    @BatchSize(size = 100)
    public List<String> systems = new ArrayList<>();

    /** The earlier defect that this one is again, or null. */
    public UUID recurrenceOf;

    /** The single point of failure that it is, or null; shown to those who may know of that. */
    public UUID singlePointId;

    /** Opened without a finding: taking findings off does not withdraw it. */
    public boolean ofPointAlone;

    /** An action that was still open when this came up, and would have prevented it; or null. */
    public UUID alarmAction;

    /** Person key. */
    @NotNull
    public String openedBy;

    public String acceptedReason;
    public String acceptedBy;

    /** When the risk is looked at again. */
    public Instant acceptedUntil;

    public Instant verifiedAt;

    /** When it was offered to the owners of similar systems; null where it was not yet. */
    public Instant offeredAt;

    /** The exercise that proved it mended; null where evidence did. */
    public UUID verifiedIn;

    protected Defect() {
    }

    public Defect(String reference, UUID exerciseId, Environment environment, Description description, String openedBy,
            Instant at) {
        super(UUID.randomUUID(), at);
        this.reference = reference;
        this.exerciseId = exerciseId;
        this.environment = environment;
        this.openedBy = openedBy;
        describe(description);
    }

    /** The same flaw in other systems, as their owner says. @param systems keys */
    public static Defect same(String reference, Defect first, String title, String text, List<String> systems, String openedBy,
            Instant at) {
        Defect defect = new Defect(reference, first.exerciseId, first.environment,
                new Description(title, text, Exposure.DISCUSSION, List.of(), systems, first.principle, first.severity,
                        first.likelihood, null, null),
                openedBy, at);
        defect.ofPointAlone = true;
        return defect;
    }

    public void offered(Instant at) {
        offeredAt = at;
    }

    /** Where it has come. */
    public enum State {
        OPEN,
        /** All its actions are done; nobody has proved it yet. */
        FIXED,
        VERIFIED,
        /** A risk that somebody answers for, until a day. */
        ACCEPTED
    }

    /** What showed it. */
    public enum Exposure {
        INJECTION,
        DISCUSSION,
        PREPARATION
    }

    /** Which of the four it offends: don't be broken; not without knowing; not for long; not the same way twice. */
    public enum Principle {
        NOT_BROKEN,
        KNOWN,
        NOT_LONG,
        NOT_TWICE
    }

    /** What people say of it. */
    record Description(String title, String text, Exposure exposedBy, List<String> contributingFactors, List<String> systems,
            Principle principle, String severity, Likelihood likelihood, UUID recurrenceOf, UUID singlePoint) {
    }

    /** Waits for whoever changes it, and reads it afresh; null where there is none. Exercises are locked before. */
    public static Defect lock(UUID id) {
        Defect defect = findById(id);
        if (defect != null) {
            getEntityManager().flush();
            getEntityManager().refresh(defect, LockModeType.PESSIMISTIC_WRITE);
        }
        return defect;
    }

    static Defect byReference(String reference) {
        return find("reference", reference).firstResult();
    }

    /** Opened there, or shown by one of its findings. */
    public static List<Defect> of(UUID exerciseId) {
        return list("""
                from Defect d where d.exerciseId = ?1
                    or exists (select 1 from Finding f where f.defectId = d.id and f.exerciseId = ?1)
                order by d.createdAt, d.id""", exerciseId);
    }

    public static List<Defect> openedIn(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, id", exerciseId);
    }

    public static List<Defect> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Whether somebody of this exercise opened one for a single point of failure that is not proved to be mended. */
    public static boolean isOpenFor(SinglePoint point) {
        return count("singlePointId = ?1 and exerciseId = ?2 and state <> ?3", point.id, point.exerciseId,
                State.VERIFIED) > 0;
    }

    /** The newest first. */
    public static List<Defect> ofSinglePoint(UUID singlePoint, int most) {
        return Defect.<Defect> find("singlePointId = ?1 order by createdAt desc, id", singlePoint).range(0, most - 1).list();
    }

    /** Accepted risks whose day has come. */
    public static List<Defect> expired(Instant now) {
        return list("state = ?1 and acceptedUntil <= ?2 order by id", State.ACCEPTED, now);
    }

    public final void describe(Description said) {
        title = said.title();
        text = said.text();
        exposedBy = said.exposedBy();
        contributingFactors.clear();
        contributingFactors.addAll(said.contributingFactors());
        systems.clear();
        systems.addAll(said.systems());
        principle = said.principle();
        severity = said.severity();
        likelihood = said.likelihood();
        recurrenceOf = said.recurrenceOf();
        singlePointId = said.singlePoint();
    }

    /** How much risk its actions remove. */
    public RiskRank rank() {
        return RiskRank.of(severity, likelihood);
    }

    public void alarm(UUID openAction) {
        alarmAction = openAction;
    }

    /** Whether somebody still has to do something about it: an accepted risk whose day has come is open. */
    public boolean isOpen(Instant now) {
        return state == State.OPEN || state == State.ACCEPTED && !acceptedUntil.isAfter(now);
    }

    public void accept(String reason, String by, Instant until) {
        mustBe(State.ACCEPTED, State.OPEN, State.FIXED, State.ACCEPTED);
        state = State.ACCEPTED;
        acceptedReason = reason;
        acceptedBy = by;
        acceptedUntil = until;
    }

    public void fix() {
        mustBe(State.FIXED, State.OPEN, State.ACCEPTED);
        state = State.FIXED;
        acceptedUntil = null;
    }

    /** @param provedIn the exercise that showed it; null for evidence */
    public void verify(UUID provedIn, Instant at) {
        state = State.VERIFIED;
        acceptedUntil = null;
        verifiedAt = at;
        verifiedIn = provedIn;
    }

    public void reopen() {
        mustBe(State.OPEN, State.FIXED, State.VERIFIED, State.ACCEPTED);
        state = State.OPEN;
        acceptedUntil = null;
        verifiedAt = null;
        verifiedIn = null;
    }

    public List<String> allowed() {
        return switch (state) {
            case OPEN -> List.of("accepted");
            case FIXED, ACCEPTED -> List.of("open", "accepted");
            case VERIFIED -> List.of("open");
        };
    }

    private void mustBe(State wanted, State... from) {
        if (!List.of(from).contains(state)) {
            throw new IllegalTransition("The defect " + reference, Choice.key(state), Choice.key(wanted), allowed());
        }
    }

    public static UUID homeOf(UUID defectId) {
        return getEntityManager().createQuery("select d.exerciseId from Defect d where d.id = ?1", UUID.class)
                .setParameter(1, defectId).getSingleResult();
    }
}
