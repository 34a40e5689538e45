package dev.blackstart.security;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Page;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What somebody is told who cannot be signed in because the identity provider does not answer: nothing of theirs is lost. */
@ApplicationScoped
class ProviderAway {

    private static final int UNAVAILABLE = 503;
    private static final String AGAIN = "10";

    private final Provider provider;
    private final BreakGlass breakGlass;

    ProviderAway(Provider provider, BreakGlass breakGlass) {
        this.provider = provider;
        this.breakGlass = breakGlass;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        static native TemplateInstance away(Page page, String provider, boolean breakGlass);
    }

    /** @return that the answer has been given */
    Uni<Boolean> tell(RoutingContext request, boolean page) {
        Uni<String> words = page
                ? Templates.away(new Page("Sign-in is away", null, null), provider.name(), breakGlass.isOn()).createUni()
                : Uni.createFrom().item(document());
        return words.onItem().transform(body -> {
            request.response().setStatusCode(UNAVAILABLE).putHeader(HttpHeaderNames.RETRY_AFTER, AGAIN)
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, page ? "text/html;charset=UTF-8" : "application/problem+json")
                    .end(body);
            return true;
        });
    }

    private static String document() {
        return new JsonObject().put("type", "about:blank").put("title", "Sign-in is away").put("status", UNAVAILABLE)
                .put("detail", "The identity provider does not answer; try again in a moment.").encode();
    }
}
