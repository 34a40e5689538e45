package dev.blackstart.exercise.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Targets;
import dev.blackstart.people.system.Blackout;

/**
 * Nothing is broken on purpose in a blackout: not now, and, until STARTEX, not in the time for which the exercise is scheduled
 * either.
 */
@ApplicationScoped
class BlackoutCheck implements GateCheck {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.US);

    private final Clock clock;

    BlackoutCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public GateKey key() {
        return GateKey.BLACKOUT;
    }

    @Override
    public Answer check(Exercise exercise) {
        if (exercise.plan().drills().isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        Set<String> targets = Targets.of(exercise.plan());
        Instant now = clock.instant();
        Set<Blackout> hit = new LinkedHashSet<>(
                Blackout.between(now, exercise.state.isBeforeStart() ? end(exercise, now) : now));
        if (exercise.state.isBeforeStart() && exercise.startsAt != null && exercise.startsAt.isAfter(now)
                && exercise.plan().schedule().timeKnownTo().isEmpty()) { // else the answer would tell others the date
            hit.addAll(Blackout.between(exercise.startsAt, end(exercise, exercise.startsAt)));
        }
        hit.removeIf(blackout -> !blackout.concerns(targets));
        return hit.isEmpty() ? Answer.PASS
                : Answer.forbid(
                        "Move the exercise out of the blackout: " + hit.stream().map(blackout -> words(blackout, exercise))
                                .collect(Collectors.joining("; ")) + ".");
    }

    private static String words(Blackout blackout, Exercise exercise) {
        return "%s (%s to %s)".formatted(blackout.reason, DAY.format(blackout.startsAt.atZone(exercise.zoneId())),
                DAY.format(blackout.endsAt.atZone(exercise.zoneId())));
    }

    private static Instant end(Exercise exercise, Instant start) {
        PlanDuration length = exercise.plan().schedule().duration();
        return length == null ? start : length.from(ZonedDateTime.ofInstant(start, exercise.zoneId())).toInstant();
    }
}
