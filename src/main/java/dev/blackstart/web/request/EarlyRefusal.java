package dev.blackstart.web.request;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.ProblemMapper;
import dev.blackstart.web.form.FormAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request that is refused before anybody reads it: by problem document or page, whether or not it has a body. */
public final class EarlyRefusal {

    /** In milliseconds. */
    private static final long LINGER = 2_000;

    private EarlyRefusal() {
    }

    /**
     * The rest of the body is read and not kept for a moment: a connection that is closed while somebody sends loses them the
     * answer.
     */
    public static void answer(RoutingContext routing, Problem problem) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        boolean json = routing.normalizedPath().startsWith("/api/") || accepts(routing, "application/json");
        if (problem.retryAfter() != null) {
            routing.response().putHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        if (!routing.request().isEnded()) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            routing.addEndHandler(
                    sent -> routing.vertx().setTimer(LINGER, over -> routing.request().connection().close()));
            routing.request().handler(chunk -> {
                // not kept
            }).resume();
        }
        routing.response().setStatusCode(problem.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, json ? ProblemMapper.PROBLEM_JSON : "text/html;charset=UTF-8")
                .end(json ? new JsonObject(problem.document()).encode() : page(routing, problem));
    }

    private static String page(RoutingContext routing, Problem problem) {
        return ProblemMapper.Templates
                .problem(new PageContext(problem.title, null, null), problem, FormAddress.pageOf(routing.normalizedPath()))
                .render();
    }

    private static boolean accepts(RoutingContext routing, String type) {
        String accepts = routing.request().getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.contains(type);
    }
}
