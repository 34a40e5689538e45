package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.Reality;
import dev.blackstart.catalogue.TimelineEntry.After;

/** When items can come: at the earliest, if people do everything at once; at the latest, if nobody does anything. */
final class Forecast {

    private static final long A_MINUTE = 60_000_000L;
    private static final int FASTEST = 3_600;

    private final Map<String, RehearsalStep> steps = new LinkedHashMap<>();
    private final Map<String, Long> earliest = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();

    Forecast(Collection<RehearsalStep> all) {
        all.forEach(step -> steps.put(step.key(), step));
    }

    /** The speed that plays a plan's timeline in about a minute. */
    static int speed(PlanDocument plan) {
        Forecast forecast = new Forecast(plan.timeline().stream().map(RehearsalStep::planned).toList());
        long length = forecast.length();
        if (length == 0 && plan.schedule().duration() != null) {
            length = RehearsalStep.micros(plan.schedule().duration());
        }
        return (int) Math.max(1, Math.min(FASTEST, (length + A_MINUTE - 1) / A_MINUTE));
    }

    private long length() {
        return steps.values().stream().filter(step -> step.body() instanceof Body.Endex && (step.at() != null
                || step.after() != null)).mapToLong(this::latest).min()
                .orElseGet(() -> steps.values().stream().mapToLong(this::latest).max().orElse(0));
    }

    /** Of an item, or of what it is repeated as; null where there is none. */
    RehearsalStep step(String key) {
        return steps.getOrDefault(key, steps.get(RehearsalStep.withoutTeam(key)));
    }

    /** Where the timeline ends by itself; null where only a person ends it. */
    Long end() {
        return steps.values().stream().filter(step -> step.body() instanceof Body.Endex)
                .filter(step -> step.at() != null || step.after() != null).map(this::earliest).filter(Objects::nonNull)
                .min(Long::compare).orElse(null);
    }

    /** Null for never, whatever people do. */
    Long earliest(RehearsalStep step) {
        if (!earliest.containsKey(step.key())) {
            earliest.put(step.key(), null);
            earliest.put(step.key(), step.wasReleased() ? step.released() : coming(step));
        }
        return earliest.get(step.key());
    }

    private Long coming(RehearsalStep step) {
        After after = step.after();
        if (after == null) {
            return step.at() == null ? Long.valueOf(0) : step.at();
        }
        List<Long> each = new ArrayList<>();
        if (after.reality() != null) {
            each.add(earliest(after.reality()));
        }
        after.items().forEach(key -> each.add(fulfilled(step(key), after)));
        List<Long> possible = each.stream().filter(Objects::nonNull).toList();
        Long condition = possible.isEmpty() || after.all() && possible.size() < each.size() ? null
                : after.all() ? Collections.max(possible) : Collections.min(possible);
        Long due = condition == null ? null : Long.valueOf(condition + or0(RehearsalStep.micros(after.delay())));
        Long orAt = RehearsalStep.micros(after.orAt());
        return due == null ? orAt : orAt == null ? due : Long.valueOf(Math.min(due, orAt));
    }

    /** Of a drill from its injection on, of a probe at any time; null where nothing injects the drill. */
    Long earliest(Reality reality) {
        if (reality.drill() == null) {
            return 0L;
        }
        return injecting(reality).map(this::earliest).filter(Objects::nonNull).min(Long::compare)
                .map(injected -> injected + or0(RehearsalStep.micros(reality.within()))).orElse(null);
    }

    private Stream<RehearsalStep> injecting(Reality reality) {
        return steps.values().stream().filter(step -> step.body() instanceof Body.Drill drill
                && drill.drill().equals(reality.drill()));
    }

    /** Where what one waits for can be true of another at the earliest; null for never. */
    Long fulfilled(RehearsalStep other, After after) {
        Long released = other == null ? null : earliest(other);
        if (released == null) {
            return null;
        }
        return switch (after.is()) {
            case RELEASED, CHOSEN -> released;
            case COMPLETED -> "missed".equals(other.assume()) ? null : released;
            case MISSED -> other.within() == null || "met".equals(other.assume()) ? null
                    : Long.valueOf(released + other.within());
        };
    }

    private long latest(RehearsalStep step) {
        Long known = latest.get(step.key());
        if (known == null) {
            latest.put(step.key(), 0L);
            known = step.after() == null ? or0(step.at()) : latest(step.after());
            latest.put(step.key(), known);
        }
        return known;
    }

    private long latest(After after) {
        long condition = after.items().stream().map(this::step).filter(Objects::nonNull)
                .mapToLong(other -> latest(other) + or0(other.within())).max().orElse(0);
        if (after.reality() != null) {
            condition = injecting(after.reality()).mapToLong(this::latest).max().orElse(0)
                    + or0(RehearsalStep.micros(after.reality().within()));
        }
        long due = condition + or0(RehearsalStep.micros(after.delay()));
        return after.orAt() == null ? due : Math.min(due, RehearsalStep.micros(after.orAt()));
    }

    private static long or0(Long position) {
        return position == null ? 0 : position;
    }
}
