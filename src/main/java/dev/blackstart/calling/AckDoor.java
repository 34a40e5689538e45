package dev.blackstart.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;

/**
 * Lets the forms of the links in: whoever opens one has no session and perhaps no cookies, and the token in the address is what
 * proves them, so the check of the pages' token would only stand in their way.
 */
@ApplicationScoped
class AckDoor {

    static final String PATH = "/ack/";
    private static final int BEFORE_ALL_OTHERS = 1_000;

    void open(@Observes Filters filters) {
        filters.register(routing -> {
            if (routing.normalizedPath().startsWith(PATH) && routing.request().method() == HttpMethod.POST) {
                routing.request().headers().set("Content-Type", "text/plain;charset=UTF-8");
            }
            routing.next();
        }, BEFORE_ALL_OTHERS);
    }
}
