package dev.blackstart.security.csrf;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import dev.blackstart.security.Viewer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** The token of the page that is being written: in each of its forms, and in its head for scripts. */
@Named("csrf")
@RequestScoped
public class CsrfToken {

    public static final String FIELD = "csrf-token";
    public static final String HEADER = "X-CSRF-TOKEN";

    /** Holds the browser's token: all its tabs share it, and before sign-in it is what the form's is compared with. */
    public static final String COOKIE = "blackstart-csrf";

    private final CsrfTokens tokens;
    private final Viewer viewer;
    private final RoutingContext routing;
    private String token;

    CsrfToken(CsrfTokens tokens, Viewer viewer, RoutingContext routing) {
        this.tokens = tokens;
        this.viewer = viewer;
        this.routing = routing;
    }

    /** Name of the form's field. */
    public String getParameterName() {
        return FIELD;
    }

    /** The browser's own token, where it still fits the session; else a new one. */
    public String getToken() {
        if (token == null) {
            UUID session = session();
            Cookie known = routing.request().getCookie(COOKIE);
            if (known != null && tokens.isOf(session, known.getValue())) {
                token = known.getValue();
            } else {
                token = tokens.of(session);
                routing.response().addCookie(
                        Cookie.cookie(COOKIE, token).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.STRICT));
            }
        }
        return token;
    }

    boolean accepts(String sent) {
        return tokens.isOf(session(), sent);
    }

    private UUID session() {
        return viewer.isSignedIn() ? viewer.signedIn().session() : null;
    }
}
