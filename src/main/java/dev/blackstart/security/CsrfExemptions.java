package dev.blackstart.security;

import java.util.Set;

/** Requests that change something without the CSRF token of a page; each says why it is safe. */
public final class CsrfExemptions {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private CsrfExemptions() {
    }

    /** Methods that change nothing. */
    public static boolean isReading(String method) {
        return READING.contains(method);
    }

    /** The API takes no session cookie, so that a foreign page cannot use it in somebody's name. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /**
     * The token in the address of a link in a message is its own proof; no session is needed. Mail programs end a subscription
     * with a POST of their own.
     */
    public static boolean isLinkOfAMessage(String path) {
        return path.startsWith("/ack/") || path.startsWith("/unsubscribe/");
    }

    /**
     * A page that was opened before its reader signed in again still stops the exercise.
     *
     * @param ownPage the browser itself says that the request comes from a page of ours
     */
    public static boolean isEmergency(String path, boolean ownPage) {
        return ownPage && path.equals("/no-duff");
    }
}
