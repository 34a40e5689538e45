package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.request.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets requests in, before they are authenticated: each holds a permit of its lane as long as it may use a worker thread and a
 * database connection. All ordinary requests together hold fewer than there are of both, so NO DUFF, sign-in, pause and the
 * timeline engine always find some. A request that waits for its turn holds neither.
 */
@ApplicationScoped
class Admission {

    /** Behind what separates pipelined requests, before everything else. */
    private static final int EARLY = 15_000;

    /** Behind sign-in (200) and what the address permits (100), before the server's own check of the body. */
    private static final int BEFORE_THE_BODY = 50;

    private static final int RETRY_SECONDS = 5;
    private static final int TOO_LARGE = 413;

    /** Of its length: less than ten kilobytes. */
    private static final int PASSWORD_FORM_DIGITS = 4;

    private final LimitsConfig config;
    private final Callers callers;
    private final Map<Lane, PermitQueue> queues = new EnumMap<>(Lane.class);

    Admission(LimitsConfig config, Capacity capacity,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie) {
        this.config = config;
        this.callers = new Callers(sessionCookie, config);
        for (Lane lane : Lane.values()) {
            boolean ordinary = lane == Lane.ORDINARY;
            queues.put(lane, new PermitQueue(ordinary ? capacity.requests() : lane.permits,
                    ordinary ? Math.min(config.perCaller(), capacity.requests()) : lane.perCaller, config.waiting()));
        }
    }

    PermitQueue queue(Lane lane) {
        return queues.get(lane);
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            String path = String.valueOf(routing.normalizedPath());
            if (Lane.isPasswordForm(routing.request().method(), path)) {
                signIn(routing);
            } else {
                enter(routing, Lane.of(routing.request().method(), path));
            }
        }, EARLY);
        filters.register(this::limitBody, BEFORE_THE_BODY);
    }

    /**
     * A body is not read before its sender is known. That may take longer than the body is given: after many wrong passwords a
     * right one is answered late, and who sent it must still be able to pause.
     */
    private void limitBody(RoutingContext routing) {
        Transfer.limitBody(routing, transfer(Lane.of(routing.request().method(), String.valueOf(routing.normalizedPath()))));
        routing.next();
    }

    private Duration transfer(Lane lane) {
        return lane == Lane.ORDINARY ? config.transfer() : config.urgentTransfer();
    }

    /** Read before anybody is known, so it must be short, and say so. */
    private void signIn(RoutingContext routing) {
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean unannounced = length == null && routing.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (unannounced || length != null && length.length() > PASSWORD_FORM_DIGITS) {
            EarlyRefusal.answer(routing,
                    new Problem(TOO_LARGE, "Too large", "A key and a password are shorter; sign in again."));
        } else {
            Transfer.limitBody(routing, config.urgentTransfer());
            begin(routing, config.urgentTransfer());
        }
    }

    private void enter(RoutingContext routing, Lane lane) {
        if (routing.response().closed()) {
            // its end has been told already: nothing would give the permit back
            return;
        }
        Context here = Vertx.currentContext();
        Duration transfer = transfer(lane);
        Permit permit;
        try {
            Callers.Caller caller = callers.of(routing);
            permit = queues.get(lane).enter(caller.name(), caller.mayWait(),
                    () -> here.runOnContext(turn -> begin(routing, transfer)));
        } catch (Problem refused) {
            EarlyRefusal.answer(routing, refused);
            return;
        }
        CurrentPermit.set(routing, permit);
        routing.addEndHandler(ended -> {
            callers.learn(routing);
            permit.abandon();
        });
        if (!permit.waited) {
            begin(routing, transfer);
        } else if (lane != Lane.NO_DUFF) {
            long timer = routing.vertx().setTimer(config.turn().toMillis(), late -> giveUp(routing, permit));
            routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
        }
    }

    private static void giveUp(RoutingContext routing, Permit permit) {
        if (permit.stopWaiting()) {
            EarlyRefusal.answer(routing,
                    Problem.busy("The server is busy; try again in a moment. NO DUFF is always accepted.", RETRY_SECONDS));
        }
    }

    private static void begin(RoutingContext routing, Duration transfer) {
        if (routing.response().closed()) {
            return;
        }
        Transfer.limitAnswer(routing, transfer);
        routing.next();
    }
}
