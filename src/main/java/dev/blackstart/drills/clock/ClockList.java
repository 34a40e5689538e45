package dev.blackstart.drills.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The clocks of a drill as the API shows them.
 *
 * @param recoveredWhen the plan's probe or sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockList(String drill, Instant injectedAt, String recoveredWhen, List<Reading> clocks) {

    /** @param length as {@link ClockReading} says @param over the target was missed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reading(String clock, String state, Duration length, Duration target, boolean over, boolean differs,
            List<Said> marks) {
    }

    /** @param author person key; blackstart for alerts and probes */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(Instant at, String source, String author, String basis, String how, String path, String extent) {

        static Said of(Mark mark) {
            return new Said(mark.at(), mark.source().key(), mark.author(), mark.basis(), mark.how(), mark.path(),
                    mark.extent());
        }
    }

    static Reading of(ClockReading reading) {
        return new Reading(reading.clock().key(), reading.state(), reading.length(), reading.target(), reading.over(),
                reading.differs(), reading.marks().stream().map(Said::of).toList());
    }
}
