package dev.blackstart.security.password;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.security.ServerSignature;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * Browsers in which somebody has signed in before. Whatever strangers try with that person's name elsewhere does not slow
 * them down here.
 */
@ApplicationScoped
public class KnownDevices {

    private static final String COOKIE = "blackstart-device";
    private static final String PURPOSE = "device";
    private static final Duration KEPT = Duration.ofDays(180);

    private final ServerSignature signature;

    KnownDevices(ServerSignature signature) {
        this.signature = signature;
    }

    /** The device's own name, where this person has signed in at it; else null. */
    public String name(RoutingContext request, String person) {
        Cookie cookie = request.request().getCookie(COOKIE);
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.");
        return parts.length == 3 && parts[0].equals(encoded(person))
                && signature.isOf(parts[2], PURPOSE, parts[0] + "." + parts[1]) ? parts[1] : null;
    }

    /** Of several people at one browser it remembers the last. */
    public void remember(RoutingContext request, String person) {
        String known = name(request, person);
        String device = encoded(person) + "." + (known == null ? UUID.randomUUID() : known);
        request.response().addCookie(Cookie.cookie(COOKIE, device + "." + signature.of(PURPOSE, device)).setPath("/sign-in")
                .setHttpOnly(true).setSameSite(CookieSameSite.STRICT).setMaxAge(KEPT.toSeconds()));
    }

    private static String encoded(String person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(person.getBytes(StandardCharsets.UTF_8));
    }
}
