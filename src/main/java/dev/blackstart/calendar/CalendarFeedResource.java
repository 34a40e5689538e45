package dev.blackstart.calendar;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.apache.commons.codec.digest.DigestUtils;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.limits.RateLimiter;

/**
 * A person's calendar, for whoever holds its token: calendar programs have no password. A token that was revoked, and one that
 * never was, are alike.
 */
@Path("/calendar.ics")
@PermitAll
public class CalendarFeedResource {

    private static final int LONGEST_TOKEN = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_FEED = 30;

    private final CalendarFeeds calendarFeeds;
    private final RateLimiter readings;

    CalendarFeedResource(CalendarFeeds calendarFeeds, Clock clock) {
        this.calendarFeeds = calendarFeeds;
        this.readings = new RateLimiter(clock, WINDOW, PER_FEED);
    }

    @GET
    public Response feed(@QueryParam("token") String token, @Context Request request) {
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw Problem.notFound();
        }
        if (readings.refuses(DigestUtils.sha256Hex(token))) {
            throw new Problem(429, "Too many", "This calendar was read very often just now; wait a minute.");
        }
        String text = calendarFeeds.read(token);
        if (text == null) {
            throw Problem.notFound();
        }
        EntityTag tag = new EntityTag(DigestUtils.sha256Hex(text));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(text).type("text/calendar;charset=UTF-8") : unchanged).tag(tag)
                .header("Cache-Control", "private, no-cache").build();
    }
}
