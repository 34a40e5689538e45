package dev.blackstart.web.limits;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.blackstart.crypto.Secrets;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Who sends a request, as far as that is known before authentication: whose session, password, token or secret of a link was
 * right before; else the address, so that nobody gets more turns by inventing cookies.
 */
final class Callers {

    private static final int KEPT = 10_000;

    /** The secret of a link or feed is its reader's. */
    private static final Pattern LINK = Pattern.compile("/(?:ack|unsubscribe)/([^/]+).*");
    private static final int FIRST_REFUSAL = 400;
    private static final Set<String> FEEDS = Set.of("/calendar.ics", "/reports.atom");
    private static final String FEED_SECRET = "token";

    private final LimitsConfig config;
    private final byte[] key = Secrets.random(32);
    private final String sessionCookie;

    /** Names of callers by the hash of what they showed when it was right. */
    private final Cache<String, String> known = Caffeine.newBuilder().maximumSize(KEPT).build();

    Callers(String sessionCookie, LimitsConfig config) {
        this.sessionCookie = sessionCookie;
        this.config = config;
    }

    /** @param mayWait requests that wait for their turn at most: many people may share an address */
    record Caller(String name, int mayWait) {
    }

    Caller of(RoutingContext routing) {
        String shown = shown(routing.request(), String.valueOf(routing.normalizedPath()));
        String name = shown == null ? null : known.getIfPresent(shown);
        return name == null ? new Caller(address(routing.request()), config.waiting() / 2)
                : new Caller(name, config.waitingPerCaller());
    }

    /** The hash of what the caller shows, right or wrong; null where it is nothing. */
    private String shown(HttpServerRequest request, String path) {
        Matcher link = LINK.matcher(path);
        if (link.matches()) {
            return mark(link.group(1));
        }
        if (FEEDS.contains(path)) {
            String secret = request.getParam(FEED_SECRET);
            return secret == null ? null : mark(secret);
        }
        String cookies = request.cookies().stream().filter(this::isSession).map(Cookie::getValue).sorted()
                .collect(Collectors.joining(";"));
        if (!cookies.isEmpty()) {
            return mark(cookies);
        }
        String header = request.getHeader("Authorization");
        return header == null ? null : mark(header);
    }

    private boolean isSession(Cookie cookie) {
        return cookie.getName().equals(sessionCookie) || cookie.getName().startsWith("q_session");
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "unknown" : String.valueOf(request.remoteAddress().hostAddress());
    }

    /** After the answer: whose secret was right has a turn of their own the next time. */
    void learn(RoutingContext routing) {
        String path = String.valueOf(routing.normalizedPath());
        String shown = shown(routing.request(), path);
        if (shown == null) {
            return;
        }
        boolean link = FEEDS.contains(path) || LINK.matcher(path).matches();
        if (link && routing.response().getStatusCode() < FIRST_REFUSAL) {
            known.put(shown, shown);
        } else if (!link && routing.user() instanceof QuarkusHttpUser user) {
            known.put(shown, "person " + user.getSecurityIdentity().getPrincipal().getName());
        }
    }

    private String mark(String secret) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(secret);
    }
}
