package dev.blackstart.calendar;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import dev.blackstart.web.limits.FeedDoor;

/**
 * A person's calendar, for whoever holds its token: calendar programs have no password. A token that was revoked, and one that
 * never was, are alike.
 */
@Path("/calendar.ics")
@PermitAll
public class CalendarFeedResource {

    private final CalendarFeeds calendarFeeds;
    private final FeedDoor door;

    CalendarFeedResource(CalendarFeeds calendarFeeds, Clock clock) {
        this.calendarFeeds = calendarFeeds;
        this.door = new FeedDoor(clock, "calendar");
    }

    @GET
    public Response feed(@QueryParam("token") String token, @Context Request request) {
        return FeedDoor.answer(door.read(token, calendarFeeds::read), "text/calendar;charset=UTF-8", request).build();
    }
}
