package dev.blackstart.web.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.web.EarlyRefusal;
import dev.blackstart.web.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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

    private static final int RETRY_SECONDS = 5;

    private final LimitsConfig config;
    private final Callers callers;
    private final Map<Lane, PermitQueue> queues = new EnumMap<>(Lane.class);

    Admission(LimitsConfig config, Capacity capacity,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String sessionCookie) {
        this.config = config;
        this.callers = new Callers(sessionCookie);
        for (Lane lane : Lane.values()) {
            boolean ordinary = lane == Lane.ORDINARY;
            queues.put(lane, new PermitQueue(ordinary ? capacity.requests() : lane.permits,
                    ordinary ? Math.min(config.perCaller(), capacity.requests()) : lane.perCaller, config.waiting(),
                    config.waitingPerCaller()));
        }
    }

    PermitQueue queue(Lane lane) {
        return queues.get(lane);
    }

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            String path = String.valueOf(routing.normalizedPath());
            if (Lane.isPasswordForm(routing.request().method(), path)) {
                begin(routing, config.urgentTransfer());
            } else {
                enter(routing, Lane.of(routing.request().method(), path));
            }
        }, EARLY);
    }

    private void enter(RoutingContext routing, Lane lane) {
        Context here = Vertx.currentContext();
        Duration transfer = lane == Lane.ORDINARY ? config.transfer() : config.urgentTransfer();
        Permit permit;
        try {
            permit = queues.get(lane).enter(callers.of(routing.request()),
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
        if (permit.waited) {
            long timer = routing.vertx().setTimer(config.turn().toMillis(), late -> giveUp(routing, permit));
            routing.addEndHandler(ended -> routing.vertx().cancelTimer(timer));
        } else {
            begin(routing, transfer);
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
        Transfer.limit(routing, transfer);
        routing.next();
    }
}
