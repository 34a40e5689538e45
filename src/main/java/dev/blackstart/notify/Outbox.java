package dev.blackstart.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;

import io.quarkus.panache.common.Parameters;

/** Takes messages in the transaction of the change that sends them; they leave after it, by the first way that reaches. */
@ApplicationScoped
public class Outbox {

    private static final String RECALL = "state = :recalled, nextAt = null, version = version + 1 where state = :waiting and ";

    private final Map<String, Way> ways = new TreeMap<>();
    private final Event<Posted> posted;

    Outbox(Instance<Way> found, Event<Posted> posted) {
        found.forEach(way -> ways.put(way.key(), way));
        this.posted = posted;
    }

    /** Fired inside the transaction; observe it after success. */
    record Posted() {
    }

    /**
     * One delivery per person.
     *
     * @param by ways in order of preference; what is not available falls back to the page
     */
    public void post(Letter letter, Collection<String> people, List<String> by, Instant at) {
        boolean travelling = false;
        for (String person : people) {
            String way = by.stream().filter(key -> ways.containsKey(key) && ways.get(key).reaches(person)).findFirst()
                    .orElse(PageWay.KEY);
            Delivery delivery = new Delivery(letter, person, way, at);
            if (!letter.dry() && ways.get(way).arrivesByItself()) {
                delivery.sent(at);
            }
            delivery.persist();
            travelling |= delivery.nextAt != null;
        }
        if (travelling) {
            posted.fire(new Posted());
        }
    }

    /** What has not left yet of one matter stays here: somebody answered. */
    public void recall(UUID aboutId) {
        Delivery.update(RECALL + "aboutId = :of", what(aboutId));
    }

    /** What has not left yet of an exercise stays here. */
    public void recallAll(UUID exerciseId) {
        Delivery.update(RECALL + "exerciseId = :of", what(exerciseId));
    }

    private static Parameters what(UUID id) {
        return Parameters.with("recalled", Delivery.State.RECALLED).and("waiting", Delivery.State.WAITING).and("of", id);
    }

    Way way(String key) {
        return ways.get(key);
    }
}
