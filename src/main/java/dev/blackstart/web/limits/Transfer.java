package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Closes the connection of a caller who sends or takes too slowly: a worker thread may wait for the rest of a body, or until an
 * answer is taken.
 */
final class Transfer {

    private static final String EVENTS = "text/event-stream";

    private Transfer() {
    }

    /** From now on: call it when the body is about to be read. */
    static void limitBody(RoutingContext routing, Duration most) {
        if (hasBody(routing.request())) {
            closeUnless(routing, most, () -> isRead(routing.request()));
        }
    }

    static void limitAnswer(RoutingContext routing, Duration most) {
        routing.addHeadersEndHandler(begun -> {
            if (!isStream(routing)) {
                closeUnless(routing, most, () -> routing.response().ended());
            }
        });
    }

    static boolean isStream(RoutingContext routing) {
        String type = routing.response().headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(EVENTS);
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !"0".equals(length);
    }

    /** A reader that has all it needs may leave the end of the body where it is. */
    private static boolean isRead(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.isEnded() || length != null && request.bytesRead() >= Long.parseLong(length);
    }

    private static void closeUnless(RoutingContext routing, Duration most, BooleanSupplier done) {
        long timer = routing.vertx().setTimer(most.toMillis(), late -> {
            if (!done.getAsBoolean()) {
                routing.request().connection().close();
            }
        });
        routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
    }
}
