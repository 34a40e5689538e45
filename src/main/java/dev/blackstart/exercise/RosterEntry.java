package dev.blackstart.exercise;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.database.BaseEntity;

/** Somebody's place in an exercise, perhaps for a shift of the exercise clock. Entries end, they are not removed. */
@Entity
public class RosterEntry extends BaseEntity {

    @NotNull
    public UUID exerciseId;

    /** Person key. */
    @NotNull
    public String person;

    @NotNull
    @Enumerated(EnumType.STRING)
    public ExerciseRole role;

    /** Position on the exercise clock at which the shift begins, in microseconds; null from the beginning. */
    @Column(name = "shift_from")
    public Long from;

    /** Where it ends (exclusive); null for never. */
    @Column(name = "shift_until")
    public Long until;

    protected RosterEntry() {
    }

    public RosterEntry(UUID exerciseId, String person, ExerciseRole role, Long from, Long until, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exerciseId;
        this.person = person;
        this.role = role;
        this.from = from;
        this.until = until;
    }

    public static List<RosterEntry> of(UUID exerciseId) {
        return list("exerciseId = ?1 order by createdAt, role, person", exerciseId);
    }

    public static List<RosterEntry> of(UUID exerciseId, String person) {
        return list("exerciseId = ?1 and person = ?2", exerciseId, person);
    }

    /** Directors whose shift it is. */
    public static List<RosterEntry> directing(Exercise exercise, Instant at) {
        long now = exercise.clock.position(at);
        return of(exercise.id).stream().filter(entry -> entry.role == ExerciseRole.DIRECTOR && entry.isOnDuty(now)).toList();
    }

    /** The roles of a person whose shift it is. */
    public static Set<ExerciseRole> onDuty(Exercise exercise, String person, Instant at) {
        long now = exercise.clock.position(at);
        return of(exercise.id, person).stream().filter(entry -> entry.isOnDuty(now)).map(entry -> entry.role)
                .collect(Collectors.toSet());
    }

    static Long position(PlanDuration duration) {
        return duration == null ? null : ExerciseClock.micros(duration.onClock());
    }

    public boolean isOnDuty(long position) {
        return (from == null || position >= from) && (until == null || position < until);
    }

    /** The shift ends: somebody else took over, or it is not needed any more. */
    public void endAt(long position) {
        until = position;
    }
}
