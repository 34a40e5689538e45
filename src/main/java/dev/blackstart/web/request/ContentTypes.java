package dev.blackstart.web.request;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.blackstart.problem.Problem;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;

/**
 * Writes the media type of every request in lower case, as the framework compares it, before anything looks at it: what calls
 * itself {@code APPLICATION/X-WWW-FORM-URLENCODED} is a form, for every check alike.
 */
@ApplicationScoped
public class ContentTypes {

    private static final int BEFORE_ALL_THAT_LOOK_AT_IT = 9_500;
    private static final int BAD_REQUEST = 400;
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            MultiMap headers = routing.request().headers();
            if (headers.getAll(HttpHeaderNames.CONTENT_TYPE).size() > 1) {
                EarlyRefusal.answer(routing,
                        new Problem(BAD_REQUEST, "Bad request", "A request has one Content-Type; this one has several."));
                return;
            }
            String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
            if (type != null) {
                headers.set(HttpHeaderNames.CONTENT_TYPE, lowerCase(type));
            }
            routing.next();
        }, BEFORE_ALL_THAT_LOOK_AT_IT);
    }

    /** Parameters keep theirs: the boundary of a multipart body is case-sensitive. */
    static String lowerCase(String type) {
        int end = type.indexOf(';');
        return end < 0 ? type.strip().toLowerCase(Locale.ROOT)
                : type.substring(0, end).strip().toLowerCase(Locale.ROOT) + type.substring(end);
    }

    /** Whether it is one of the two that a browser's form has. */
    public static boolean isForm(String type) {
        return type != null && FORMS.contains(lowerCase(type.split(";", 2)[0]));
    }
}
