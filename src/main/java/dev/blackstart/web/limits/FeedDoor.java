package dev.blackstart.web.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.problem.Problem;

/**
 * The way to a feed that whoever holds its token reads without a password. A token that was revoked, and one that never was,
 * are alike.
 */
public final class FeedDoor {

    private static final int LONGEST_TOKEN = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_FEED = 30;

    private final RateLimiter readings;
    private final String what;

    /** @param what the feed is, in a sentence: calendar */
    public FeedDoor(Clock clock, String what) {
        this.readings = new RateLimiter(clock, WINDOW, PER_FEED);
        this.what = what;
    }

    /**
     * @param feeds what stands in the feed of a token; null where nobody has it
     * @throws Problem 404 for a token nobody has, 429 for one that is read too often
     */
    public <T> T read(String token, Function<String, T> feeds) {
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw Problem.notFound();
        }
        if (readings.refuses(DigestUtils.sha256Hex(token))) {
            throw new Problem(429, "Too many", "This %s was read very often just now; wait a minute.".formatted(what));
        }
        T read = feeds.apply(token);
        if (read == null) {
            throw Problem.notFound();
        }
        return read;
    }

    /** The text, or 304 where the reader has it already. */
    public static Response.ResponseBuilder answer(String text, String type, Request request) {
        EntityTag tag = new EntityTag(DigestUtils.sha256Hex(text));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text).type(type) : unchanged).tag(tag).header("Cache-Control",
                "private, no-cache");
    }
}
