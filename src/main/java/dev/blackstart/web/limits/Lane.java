package dev.blackstart.web.limits;

import java.util.regex.Pattern;

import io.vertx.core.http.HttpMethod;

/**
 * Which capacity a request uses, by its address alone: this is decided before anybody is authenticated. All lanes but the last
 * have capacity that nothing else takes.
 */
enum Lane {

    /** NO DUFF, from a page, a script or a link. */
    NO_DUFF(16, 2, Pattern.compile("(/api)?/no-duff/?|/ack/[^/]+/no-duff/?")),

    /** Pause, abort, release, revert, safety lever. */
    CONDUCT(8, 2, Pattern.compile("(/api)?/(exercises|campaigns)/[^/]+/transitions/?"
            + "|(/api)?/exercises/[^/]+/(timeline|drills)/[^/]+/transitions/?|(/api)?/safety-lever/?")),

    /**
     * The sign-in page, the return from an identity provider, and whether the server is ready. The password form needs no
     * permit:
     * it is read without a thread, and passwords have a queue of their own.
     */
    SIGN_IN(8, 4, Pattern.compile("/login/?|/signed-in/?|/q/health(/.*)?")),

    ORDINARY(0, 0, null);

    private static final Pattern PASSWORD_FORM = Pattern.compile("/sign-in/?");

    /** At the same time; those of {@link #ORDINARY} are configured. */
    final int permits;
    final int perCaller;
    private final Pattern paths;

    Lane(int permits, int perCaller, Pattern paths) {
        this.permits = permits;
        this.perCaller = perCaller;
        this.paths = paths;
    }

    static Lane of(HttpMethod method, String path) {
        for (Lane lane : values()) {
            if (lane == ORDINARY || (lane == SIGN_IN || method == HttpMethod.POST) && lane.paths.matcher(path).matches()) {
                return lane;
            }
        }
        return ORDINARY;
    }

    static boolean isPasswordForm(HttpMethod method, String path) {
        return method == HttpMethod.POST && PASSWORD_FORM.matcher(path).matches();
    }
}
