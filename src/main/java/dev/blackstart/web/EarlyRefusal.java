package dev.blackstart.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Refuses a request before any route has seen it, in the words that a route would use. */
public final class EarlyRefusal {

    private EarlyRefusal() {
    }

    /** The page for a browser, the document for a script. What was sent is thrown away. */
    public static void send(RoutingContext routing, Problem problem) {
        boolean script = routing.normalizedPath().startsWith("/api") || accepts(routing).contains("json");
        routing.request().resume();
        if (script) {
            end(routing, problem, ProblemMapper.PROBLEM_JSON, new JsonObject(problem.document()).encode());
        } else {
            ProblemMapper.Templates.problem(problem).createUni().subscribe().with(
                    page -> end(routing, problem, "text/html;charset=UTF-8", page), routing::fail);
        }
    }

    private static String accepts(RoutingContext routing) {
        String accepts = routing.request().getHeader(HttpHeaderNames.ACCEPT);
        return accepts == null ? "" : accepts;
    }

    private static void end(RoutingContext routing, Problem problem, String type, String body) {
        routing.response().setStatusCode(problem.status).putHeader(HttpHeaderNames.CONTENT_TYPE, type).end(body);
    }
}
