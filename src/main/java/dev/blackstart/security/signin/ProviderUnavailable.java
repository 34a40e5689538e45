package dev.blackstart.security.signin;

import java.net.URI;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.security.SignedOutAway;
import dev.blackstart.security.oidc.OidcProvider;
import dev.blackstart.security.oidc.ProviderLogout;
import dev.blackstart.web.PageContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What somebody is told who cannot be signed in because the identity provider does not answer: nothing of theirs is lost. */
@ApplicationScoped
class ProviderUnavailable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String AGAIN = "10";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String SIGN_OUT = "/logout";
    private static final String COOKIES = "q_session";

    private final OidcProvider oidcProvider;
    private final ProviderLogout end;
    private final BreakGlass breakGlass;
    private final Clock clock;

    ProviderUnavailable(OidcProvider oidcProvider, ProviderLogout end, BreakGlass breakGlass, Clock clock) {
        this.clock = clock;
        this.oidcProvider = oidcProvider;
        this.end = end;
        this.breakGlass = breakGlass;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        /** @param sent a form came with it, which a reload sends again */
        static native TemplateInstance away(PageContext page, String provider, boolean breakGlass, boolean sent);
    }

    /** Who wants to sign out needs nobody's word for it: this browser forgets them. @return that the answer has been given */
    Uni<Boolean> tell(RoutingContext request, boolean page) {
        boolean sent = request.request().method() == HttpMethod.POST;
        if (page && sent && request.normalizedPath().equals(SIGN_OUT)) {
            request.request().cookies().stream().map(Cookie::getName).filter(name -> name.startsWith(COOKIES))
                    .forEach(request.response()::removeCookie);
            SignedOutAway.remember(request, clock.instant());
            return answer(request, OK, HTML,
                    end.page(null, end.back(URI.create(request.request().absoluteURI())), false).createUni());
        }
        request.response().putHeader(HttpHeaderNames.RETRY_AFTER, AGAIN);
        return page
                ? answer(request, UNAVAILABLE, HTML,
                        Templates
                                .away(new PageContext("Sign-in is unavailable", null, null), oidcProvider.name(),
                                        breakGlass.isOn(),
                                        sent)
                                .createUni())
                : answer(request, UNAVAILABLE, "application/problem+json", Uni.createFrom().item(document()));
    }

    private static Uni<Boolean> answer(RoutingContext request, int status, String type, Uni<String> words) {
        return words.onItem().transform(body -> {
            request.response().setStatusCode(status).putHeader(HttpHeaderNames.CONTENT_TYPE, type).end(body);
            return true;
        });
    }

    private static String document() {
        return new JsonObject().put("type", "about:blank").put("title", "Sign-in is unavailable").put("status", UNAVAILABLE)
                .put("detail", "The identity provider does not answer; try again in a moment.").encode();
    }
}
