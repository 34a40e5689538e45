package dev.blackstart.review.signoff;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;

/** The review of an exercise: who leads it and who advises, when it is due, what it goes through. */
@Entity
public class ExerciseReview extends BaseEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    @NotNull
    public UUID exerciseId;

    /** Person key; null while nobody is named. */
    public String facilitator;

    /** Person key; null while nobody is named. */
    public String advisor;

    @NotNull
    public Instant dueAt;

    @NotNull
    public String agenda;

    @NotNull
    public String checked;

    /** Of all people together; null while nobody said it. */
    public Integer minutesSpent;

    /** When its people were reminded last; null for never. */
    public Instant remindedAt;

    protected ExerciseReview() {
    }

    /** With the people that the roster names. */
    ExerciseReview(Exercise exercise, Instant dueAt, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = exercise.id;
        this.dueAt = dueAt;
        this.facilitator = seated(exercise, ExerciseRole.FACILITATOR);
        this.advisor = seated(exercise, ExerciseRole.ADVISOR);
        agenda(AgendaItem.DEFAULT);
        checked(List.of());
    }

    private static String seated(Exercise exercise, ExerciseRole role) {
        return RosterEntry.of(exercise.id).stream().filter(entry -> entry.role == role && entry.until == null)
                .map(entry -> entry.person).findFirst().orElse(null);
    }

    /** Null before it was begun. */
    static ExerciseReview of(UUID exerciseId) {
        return find("exerciseId", exerciseId).firstResult();
    }

    void agenda(List<AgendaItem> items) {
        agenda = text(items);
    }

    List<AgendaItem> agenda() {
        return read(agenda, new TypeReference<>() {
        });
    }

    void checked(List<String> keys) {
        checked = text(keys);
    }

    List<String> checked() {
        return read(checked, new TypeReference<>() {
        });
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
