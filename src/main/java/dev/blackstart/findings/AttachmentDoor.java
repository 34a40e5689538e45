package dev.blackstart.findings;

import java.util.Base64;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;

/**
 * Lets a script send a form with a file to the API: it comes with a password and no cookie, so there is no token to show. What
 * a
 * browser sends says where it comes from, and is not let in here.
 */
@ApplicationScoped
class AttachmentDoor {

    private static final Pattern PATH = Pattern.compile("/api/findings/[^/]+/attachments/?");
    private static final String TOKEN = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);
    private static final int BEFORE_ALL_OTHERS = 1_000;

    void open(@Observes Filters filters, @ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String cookie) {
        filters.register(routing -> {
            MultiMap headers = routing.request().headers();
            boolean browser = headers.contains("Origin") || headers.contains("Sec-Fetch-Site") || headers.contains("Cookie");
            if (!browser && PATH.matcher(routing.normalizedPath()).matches()) {
                headers.set("Cookie", cookie + "=" + TOKEN).set("X-CSRF-TOKEN", TOKEN);
            }
            routing.next();
        }, BEFORE_ALL_OTHERS);
    }
}
