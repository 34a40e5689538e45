package dev.blackstart.preparation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.PlanDuration;

/**
 * An item as one person may know it. {@code key}, {@code blocking}, {@code due} and {@code addedBy}: control staff only;
 * {@code exercise} and {@code forWhat}: where the viewer may know of the exercise. {@code needed}: false once it is dropped or
 * called off.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreparationView(UUID id, String key, UUID exercise, String forWhat, String team, String kind, String title,
        Boolean blocking, String state, boolean needed, PlanDuration due, Instant dueAt, boolean overdue, String owner,
        String addedBy, String reason, String evidence, String startedBy, Instant startedAt, String doneBy, Instant doneAt,
        String verifiedBy, Instant verifiedAt, @JsonIgnore String zone, @JsonIgnore String told) {

    @JsonIgnore
    public boolean isToDo() {
        return needed && List.of("open", "started", "blocked").contains(state);
    }

    /** Its state, or that it is not needed any more. */
    @JsonIgnore
    public String getShownState() {
        return needed ? state : "dropped";
    }
}
