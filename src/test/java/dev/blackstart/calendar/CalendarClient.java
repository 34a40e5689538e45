package dev.blackstart.calendar;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.blackstart.testsupport.PageClient;
import io.restassured.response.Response;

/** Somebody's calendar program: it knows the address and nothing else, and reads with a library that did not write. */
public final class CalendarClient {

    private static final Pattern TOKEN = Pattern.compile("/calendar\\.ics\\?token=([A-Za-z0-9_-]{43})");

    public final String token;

    private CalendarClient(String token) {
        this.token = token;
    }

    /** With a new address; the one before is gone. */
    public static CalendarClient of(String person) {
        String page = PageClient.as(person).post("/settings/calendar", Map.of("to", "made")).statusCode(200).extract()
                .asString();
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("No address in " + page);
        }
        return new CalendarClient(found.group(1));
    }

    Response get() {
        return given().queryParam("token", token).get("/calendar.ics");
    }

    public String text() {
        return get().then().statusCode(200).extract().asString();
    }

    List<VEvent> events() {
        List<ICalendar> read = Biweekly.parse(text()).all();
        if (read.size() != 1) {
            throw new AssertionError("not one calendar");
        }
        return read.get(0).getEvents();
    }

    /** Of one exercise, without its shifts; null where it is not told. */
    VEvent event(String id) {
        return events().stream().filter(event -> event.getUid().getValue().startsWith(id)).findFirst().orElse(null);
    }
}
