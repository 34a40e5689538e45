package dev.blackstart.web.limits;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who sends a request, as far as that is known before authentication: a session by its cookie, which nobody can invent; a
 * password or token that was right before; the secret of a link; else the address.
 */
final class Callers {

    private static final int KEPT = 10_000;

    /** The secret of a link or feed is its reader's. */
    private static final Pattern LINK = Pattern.compile("/ack/([^/]+).*");
    private static final String FEED = "/calendar.ics";

    private final LimitsConfig config;
    private final SecretKeySpec key;
    private final String sessionCookie;

    /** Hashes of Authorization headers that were right. */
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    Callers(String sessionCookie, LimitsConfig config) {
        this.sessionCookie = sessionCookie;
        this.config = config;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** @param mayWait requests that wait for their turn at most: many people may share an address */
    record Caller(String name, int mayWait) {
    }

    Caller of(RoutingContext routing) {
        String own = own(routing.request(), String.valueOf(routing.normalizedPath()));
        return own == null ? new Caller(address(routing.request()), config.waiting() / 2)
                : new Caller(own, config.waitingPerCaller());
    }

    /** Null where only the address is known. */
    private String own(HttpServerRequest request, String path) {
        Matcher link = LINK.matcher(path);
        if (link.matches()) {
            return mark(link.group(1));
        }
        if (path.equals(FEED) && request.query() != null) {
            return mark(request.query());
        }
        String cookies = request.cookies().stream().filter(this::isSession).map(Cookie::getValue).sorted()
                .collect(Collectors.joining(";"));
        if (!cookies.isEmpty()) {
            return mark(cookies);
        }
        String header = request.getHeader("Authorization");
        String mark = header == null ? null : mark(header);
        return mark != null && isKnown(mark) ? mark : null;
    }

    private boolean isSession(Cookie cookie) {
        return cookie.getName().equals(sessionCookie) || cookie.getName().startsWith("q_session");
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "unknown" : String.valueOf(request.remoteAddress().hostAddress());
    }

    /** After the answer: what was authenticated has a turn of its own the next time. */
    void learn(RoutingContext routing) {
        String header = routing.request().getHeader("Authorization");
        if (header != null && routing.user() != null) {
            synchronized (known) {
                known.put(mark(header), true);
            }
        }
    }

    private boolean isKnown(String mark) {
        synchronized (known) {
            return known.containsKey(mark);
        }
    }

    private String mark(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
