package dev.blackstart.preparation.singlepoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** Tells what refers to a single point of failure, and where one goes on with it. Being a bean is all it takes to be asked. */
public interface PointMentions {

    /** The newest first, as far as the viewer of this request may know. */
    List<Mention> of(SinglePoint point);

    /** What the viewer of this request may make of it; null for nothing. */
    Step next(SinglePoint point);

    /**
     * @param kind finding or defect
     * @param name the defect's reference and title, or what was seen
     * @param state null where the viewer may not know it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mention(String kind, UUID id, String name, String state, Instant at, @JsonIgnore String href,
            @JsonIgnore String zone) {
    }

    record Step(String verb, String href) {
    }
}
