package dev.blackstart.web.form;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/**
 * The page of a form. The address that a form is sent to answers no GET; whoever loads it again, or comes back to it, gets the
 * page that the form is on.
 */
public final class FormAddress {

    private static final String REFERER = "Referer";
    private static final String EXERCISE = "(/exercises/[^/]+)";

    /** Where it is not the address above. */
    private static final Map<Pattern, String> PAGES = pages();

    private FormAddress() {
    }

    private static Map<Pattern, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(EXERCISE + "/(expectations|objectives|failure-modes|assumptions)/.*", "$1/evaluation");
        pages.put(EXERCISE + "/call-trees/([^/]+)/.*", "$1/call-trees/$2");
        pages.put(EXERCISE + "/(drills/[^/]+/transitions|notes(/.*)?)", "$1/control-room");
        pages.put(EXERCISE + "/drills/([^/]+)/alerts/.*", "$1/drills/$2");
        pages.put(EXERCISE + "/runbooks/([^/]+)/.*", "$1/runbooks/$2");
        pages.put(EXERCISE + "/roster/.*", "$1");
        pages.put(EXERCISE + "/hot-wash(/.*)?", "$1/hot-wash");
        pages.put(EXERCISE + "/confirmations/.*", "$0");
        pages.put(EXERCISE + "/timeline", "$1/timeline/new");
        pages.put(EXERCISE + "/(findings.*|queue/.*|timeline/[^/]+/replies)", "$1/me");
        pages.put("(/(?:exercises|plans)/[^/]+/concerns)(/.*)?", "$1");
        pages.put("/findings/.*", "/findings");
        pages.put("/deconfliction", "/deconfliction");
        pages.put("/calls/.*", "/calls");
        pages.put("/insight/confidence", "/insight/culture");
        pages.put("/insight/changes", "/insight/recovery");
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        pages.forEach((pattern, page) -> compiled.put(Pattern.compile(pattern), page));
        return compiled;
    }

    /** @param path the address of a form, without a query */
    public static String pageOf(String path) {
        for (Map.Entry<Pattern, String> page : PAGES.entrySet()) {
            Matcher matcher = page.getKey().matcher(path);
            if (matcher.matches()) {
                return matcher.replaceFirst(page.getValue());
            }
        }
        int last = path.lastIndexOf('/');
        return last <= 0 ? "/" : path.substring(0, last);
    }

    /** The page a form was sent from, as the browser names it; where it names none of ours, the page the form belongs to. */
    public static URI cameFrom(HttpHeaders headers, UriInfo uri) {
        return cameFrom(headers.getHeaderString(REFERER), headers.getHeaderString(HttpHeaders.HOST), uri);
    }

    static URI cameFrom(ContainerRequestContext request) {
        return cameFrom(request.getHeaderString(REFERER), request.getHeaderString(HttpHeaders.HOST), request.getUriInfo());
    }

    private static URI cameFrom(String referer, String host, UriInfo uri) {
        String path = ours(referer, host);
        return URI.create(path != null ? path : pageOf(uri.getRequestUri().getRawPath()));
    }

    /** Path and query of an address of this host, or null. */
    static String ours(String address, String host) {
        try {
            URI named = address == null ? null : new URI(address);
            if (named == null || host == null || !host.equals(named.getRawAuthority()) || named.getRawPath() == null
                    || !named.getRawPath().startsWith("/") || named.getRawPath().startsWith("//")) {
                return null;
            }
            return named.getRawPath() + (named.getRawQuery() == null ? "" : "?" + named.getRawQuery());
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
