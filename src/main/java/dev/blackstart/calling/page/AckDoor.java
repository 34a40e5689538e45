package dev.blackstart.calling.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;

/**
 * Hands what is sent to a link on as plain text: the token in the address is the proof, and the body counts whatever its
 * content calls itself.
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
