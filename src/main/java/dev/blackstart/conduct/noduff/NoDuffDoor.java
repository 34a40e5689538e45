package dev.blackstart.conduct.noduff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;

/**
 * Lets a NO DUFF in whatever its content calls itself: what a hurried {@code curl -d} sends looks like a form, and would be
 * read as one.
 */
@ApplicationScoped
class NoDuffDoor {

    private static final String PATH = "/api/no-duff";
    private static final int BEFORE_ALL_OTHERS = 1_000;

    void open(@Observes Filters filters) {
        filters.register(routing -> {
            if (routing.normalizedPath().equals(PATH)) {
                routing.request().headers().set("Content-Type", "text/plain;charset=UTF-8");
            }
            routing.next();
        }, BEFORE_ALL_OTHERS);
    }
}
