package dev.blackstart.web;

import java.net.URI;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** What somebody sent and has arrived: the page they come to says so, once, with or without scripts. */
public enum Arrived {

    REPLY("Your reply was sent."),
    FINDING("Your finding was logged."),
    NOTE("Your note was recorded."),
    DECISION("The decision was recorded."),
    TASK("Confirmed: the task is done."),
    CALL("Your answer was recorded."),
    CORRECTION("Your decision on the correction was recorded."),
    APPROVAL("Your approval was recorded."),
    REJECTION("Your rejection was recorded."),
    COMMENT("Your comment was added."),
    PREPARATION("The item was updated."),
    RESULT("The result was recorded."),
    RATING("The rating was recorded."),
    INSIGHT("Thank you. It was recorded."),
    HOT_WASH("Thank you. Your answer was recorded."),
    REPORT("The report was saved."),
    STORY("The story was saved."),
    FINDINGS("The selected findings were updated.");

    public static final String COOKIE = "blackstart-arrived";
    private static final int SECONDS = 20;

    private final String text;

    Arrived(String text) {
        this.text = text;
    }

    /** A redirect to the page that says it. */
    public Response at(String path) {
        return Response.seeOther(URI.create(path)).cookie(cookie(name(), SECONDS)).build();
    }

    /** In words; null for a cookie that is none of ours. */
    public static String text(String cookie) {
        for (Arrived one : values()) {
            if (one.name().equals(cookie)) {
                return one.text;
            }
        }
        return null;
    }

    static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE).value(value).path("/").maxAge(seconds).httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT).build();
    }
}
