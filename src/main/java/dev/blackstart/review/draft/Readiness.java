package dev.blackstart.review.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.review.draft.Background.Approved;
import dev.blackstart.review.draft.Background.Prepared;

/** What was known, prepared and decided before STARTEX. */
public record Readiness(List<Approved> approvals, List<Concern> concerns, List<Prepared> preparation) {

    /** @param by person key; anonymous for who did not want to be named @param answer null while there is none */
    public record Concern(Instant at, String by, String text, String answer, String answeredBy) {
    }

    /** Everybody it names. */
    public Stream<String> people() {
        return Stream.of(approvals.stream().map(Approved::by), concerns.stream().map(Concern::by),
                concerns.stream().map(Concern::answeredBy), preparation.stream().flatMap(Prepared::people)).flatMap(all -> all)
                .filter(Objects::nonNull);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return approvals.isEmpty() && concerns.isEmpty() && preparation.isEmpty();
    }
}
