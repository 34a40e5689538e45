package dev.blackstart.probe.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;

/** A probe of an exercise that is or was measured, and its last change of state. Changed under the head row's lock. */
@Entity
public class Probe extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    @NotNull
    @Column(name = "probe_key")
    public String key;

    /** Its place in the plan. */
    public int position;

    /** When its first sample was due. */
    @NotNull
    public Instant sampledFrom;

    public long everyMicros;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ProbeState state = ProbeState.UNKNOWN;

    /** When the first sample of this state began; before the first sample: when it was due. */
    @NotNull
    public Instant changedAt;

    /** The number of that sample. */
    public long changedSample = -1;

    /** How long it may be outside before its guardrail acts; null without a guardrail. */
    public Long guardMicros;

    /** When its guardrail acted; null while it may act. */
    public Instant guardActedAt;

    /** Whether only its summaries are left. */
    public boolean rolledUp;

    protected Probe() {
    }

    Probe(Exercise exercise, JsonNode planned, int position, Instant from, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.key = planned.path("key").asText();
        this.position = position;
        this.sampledFrom = from;
        this.changedAt = from;
        this.everyMicros = micros(planned.path("every"));
        this.guardMicros = planned.has("guardrail") ? micros(planned.path("guardrail").path("for")) : null;
    }

    private static long micros(JsonNode duration) {
        return PlanDuration.of(duration.asText()).onClock().toNanos() / 1_000;
    }

    /** Which of these there are. */
    static Set<UUID> existing(Set<UUID> ids) {
        return Set.copyOf(getEntityManager().createQuery("select p.id from Probe p where p.id in ?1", UUID.class)
                .setParameter(1, ids).getResultList());
    }

    public static List<Probe> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by position", exerciseId);
    }

    /** Null where it was never measured. */
    public static Probe of(UUID exerciseId, String key) {
        return find("exerciseId = ?1 and key = ?2", exerciseId, key).firstResult();
    }

    public SampleSchedule schedule() {
        return new SampleSchedule(sampledFrom, everyMicros);
    }

    public Duration every() {
        return Duration.of(everyMicros, ChronoUnit.MICROS);
    }

    /** Null without a guardrail. */
    public Duration guardFor() {
        return guardMicros == null ? null : Duration.of(guardMicros, ChronoUnit.MICROS);
    }

    /** @return whether this is a change; an older sample, or one of the same state, is none */
    boolean turn(Sample sample) {
        if (sample.n() <= changedSample || state == ProbeState.of(sample.inside())) {
            return false;
        }
        state = ProbeState.of(sample.inside());
        changedAt = sample.at();
        changedSample = sample.n();
        return true;
    }

    /** Its guardrail acts once; then it waits until the probe was inside for long enough. */
    public void guardrailActed(Instant at) {
        guardActedAt = at;
    }

    public void rearmGuardrail() {
        guardActedAt = null;
    }
}
