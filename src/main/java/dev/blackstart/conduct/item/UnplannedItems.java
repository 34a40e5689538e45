package dev.blackstart.conduct.item;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.importing.ItemReader;
import dev.blackstart.catalogue.importing.ItemReading;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.conduct.Addressing;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.problem.Problem;

/** Reads items that controllers add, against the roster as it is now. */
@ApplicationScoped
public class UnplannedItems {

    private final ItemReader reader;
    private final Clock clock;

    UnplannedItems(ItemReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** @throws Problem 403 for whoever may add nothing, 422 with every violation */
    @Transactional
    public UnplannedItem read(UUID exerciseId, JsonNode item, ExerciseAccess by) {
        by.must(Permission.CONDUCT);
        UnplannedItem.mustBeReadable(item);
        Exercise exercise = Exercise.findById(exerciseId);
        ItemReading reading = reader.read(item, roster(exercise), by.viewer());
        return UnplannedItem.of(item, reading, reading.violations().isEmpty() ? reachesNobody(exercise, item) : List.of());
    }

    private Map<String, Set<String>> roster(Exercise exercise) {
        long now = exercise.clock.position(clock.instant());
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        RosterEntry.of(exercise.id).stream().filter(entry -> entry.until == null || entry.until > now)
                .forEach(entry -> roles.computeIfAbsent(entry.person, key -> new TreeSet<>()).add(entry.role.key()));
        return roles;
    }

    /** In a plan that is a warning, for its roster may still change; an item that is sent now would do nothing. */
    private List<Violation> reachesNobody(Exercise exercise, JsonNode item) {
        Body body = Body.KINDS.stream().filter(item::has).findFirst().map(kind -> Body.stored(only(item, kind))).orElse(null);
        String field = body == null ? null : UnplannedItem.addresseesIn(body);
        if (field == null) {
            return List.of();
        }
        String at = item.path("at").textValue();
        long due = Math.max(exercise.clock.position(clock.instant()),
                at == null ? 0 : ExerciseClock.micros(PlanDuration.of(at).onClock()));
        return !Addressing.people(exercise, body.audience(), due).isEmpty() ? List.of()
                : List.of(new Violation("/" + body.kind() + "/" + field, 1,
                        "Nobody who takes part then is addressed; name everyone, or people and teams of the roster."));
    }

    private static JsonNode only(JsonNode item, String kind) {
        return ((ObjectNode) item.deepCopy()).retain(kind);
    }
}
