package dev.blackstart.drills.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import org.hibernate.annotations.Immutable;

import dev.blackstart.alerting.ReceivedAlert;
import dev.blackstart.database.BaseEntity;
import dev.blackstart.drills.Drill;

/** Whether an alert helped in a drill, as somebody says. The newest of each person counts. */
@Entity
@Immutable
public class AlertRating extends BaseEntity {

    /** It led to the cause, it pointed elsewhere, or it told nothing. */
    public static final List<String> WORDS = List.of("led-there", "misled", "noise");

    @NotNull
    public UUID exerciseId;

    @NotNull
    public UUID drillId;

    @NotNull
    public UUID alertId;

    @NotNull
    public String rating;

    /** Person key. */
    @NotNull
    public String author;

    protected AlertRating() {
    }

    AlertRating(Drill drill, ReceivedAlert alert, String rating, String author, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = drill.exerciseId;
        this.drillId = drill.id;
        this.alertId = alert.id;
        this.rating = rating;
        this.author = author;
    }

    static List<AlertRating> of(UUID drillId) {
        return list("drillId = ?1 order by createdAt, id", drillId);
    }
}
