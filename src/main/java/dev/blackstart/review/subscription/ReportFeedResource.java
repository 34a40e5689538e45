package dev.blackstart.review.subscription;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.blackstart.web.limits.FeedDoor;

/**
 * Published reports, for whoever holds a feed's token: feed readers have no password. A token that was revoked, and one that
 * never was, are alike.
 */
@Path("/reports.atom")
@PermitAll
public class ReportFeedResource {

    private final ReportFeeds feeds;
    private final FeedDoor door;

    ReportFeedResource(ReportFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.door = new FeedDoor(clock, "feed");
    }

    @GET
    public Response feed(@QueryParam("token") String token, @Context Request request) {
        ReportFeeds.Read read = door.read(token, feeds::read);
        return FeedDoor.answer(read.text(), "application/atom+xml;charset=UTF-8", request)
                .lastModified(Date.from(read.changed().truncatedTo(ChronoUnit.SECONDS))).build();
    }
}
