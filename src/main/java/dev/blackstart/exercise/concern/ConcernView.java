package dev.blackstart.exercise.concern;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A concern as its readers see it. @param by person key; absent where it is anonymous */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConcernView(UUID id, String text, String by, Instant at, String answer, String answeredBy, Instant answeredAt) {

    public static ConcernView of(PlanConcern concern) {
        return new ConcernView(concern.id, concern.text, concern.raisedBy, concern.createdAt, concern.answer,
                concern.answeredBy,
                concern.answeredAt);
    }

    /** All of a plan for those who read the plan, else what this person raised under their own name. */
    public static List<ConcernView> of(String planKey, boolean all, String person) {
        return PlanConcern.of(planKey).stream().filter(concern -> all || person.equals(concern.raisedBy)).map(ConcernView::of)
                .toList();
    }
}
