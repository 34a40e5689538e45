package dev.blackstart.web.limits;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many ordinary requests are served at a time: always fewer than there are worker threads and database connections. */
@ApplicationScoped
class Capacity {

    private static final int FEWEST = 4;

    /** What the framework makes where nothing is configured. */
    private static final int DEFAULT_THREADS = Math.max(8 * Runtime.getRuntime().availableProcessors(), 200);

    private final int requests;

    /** @throws IllegalStateException where the settings leave no capacity for NO DUFF: the server does not start */
    Capacity(LimitsConfig config, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "quarkus.thread-pool.max-threads") Optional<Integer> threads) {
        this.requests = requests(config, connections, threads.orElse(DEFAULT_THREADS));
    }

    int requests() {
        return requests;
    }

    static int requests(LimitsConfig config, int connections, int threads) {
        int most = connections - config.reservedConnections();
        int requests = config.requests().orElse(most);
        if (requests < FEWEST || requests > most) {
            throw new IllegalStateException(("quarkus.datasource.jdbc.max-size is %d, of which %d are reserved: that leaves %d"
                    + " requests at a time, and blackstart.web.limits.requests is %d (at least %d). Raise the one or lower the"
                    + " other.").formatted(connections, config.reservedConnections(), most, requests, FEWEST));
        }
        int needed = requests + Stream.of(Lane.values()).mapToInt(lane -> lane.permits).sum()
                + HeavyWork.Kind.values().length * config.workInAll();
        if (threads < needed) {
            throw new IllegalStateException("quarkus.thread-pool.max-threads is %d; %d requests at a time need at least %d."
                    .formatted(threads, requests, needed));
        }
        return requests;
    }
}
