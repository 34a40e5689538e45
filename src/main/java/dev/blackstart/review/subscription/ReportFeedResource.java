package dev.blackstart.review.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;

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
 * Published reports, for whoever holds a feed's token: feed readers have no password. A token that was revoked, and one that
 * never was, are alike.
 */
@Path("/reports.atom")
@PermitAll
public class ReportFeedResource {

    private static final int LONGEST_TOKEN = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int PER_FEED = 30;

    private final ReportFeeds feeds;
    private final RateLimiter readings;

    ReportFeedResource(ReportFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.readings = new RateLimiter(clock, WINDOW, PER_FEED);
    }

    @GET
    public Response feed(@QueryParam("token") String token, @Context Request request) {
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw Problem.notFound();
        }
        if (readings.refuses(DigestUtils.sha256Hex(token))) {
            throw new Problem(429, "Too many", "This feed was read very often just now; wait a minute.");
        }
        ReportFeeds.Read read = feeds.read(token);
        if (read == null) {
            throw Problem.notFound();
        }
        EntityTag tag = new EntityTag(DigestUtils.sha256Hex(read.text()));
        Date changed = Date.from(read.changed().truncatedTo(ChronoUnit.SECONDS));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(read.text()).type("application/atom+xml;charset=UTF-8") : unchanged).tag(tag)
                .lastModified(changed).header("Cache-Control", "private, no-cache").build();
    }
}
