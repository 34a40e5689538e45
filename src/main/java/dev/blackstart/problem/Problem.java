package dev.blackstart.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal that the caller can do something about: becomes {@code application/problem+json} or a page that says the same. */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String RETRY_AFTER = "retryAfter";

    public final int status;
    public final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /** @param detail one sentence that says what to do next */
    public Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** Hidden and unknown things answer with this same one: it names nothing. */
    public static Problem notFound() {
        return new Problem(404, "Not found", "There is nothing here for you.");
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Not allowed", detail);
    }

    /** Input that makes no sense. @param field the field's name, as the caller wrote it */
    public static Problem invalid(String field, String detail) {
        return new Problem(422, "Cannot be processed", detail).with("field", field);
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    /** More than one person may ask for at a time. @param retryAfter in seconds */
    public static Problem tooMany(String detail, int retryAfter) {
        return new Problem(429, "Too many requests", detail).with(RETRY_AFTER, retryAfter);
    }

    /** More than the server does at a time. @param retryAfter in seconds */
    public static Problem busy(String detail, int retryAfter) {
        return new Problem(503, "Busy", detail).with(RETRY_AFTER, retryAfter);
    }

    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The field it is about, or null. */
    public String field() {
        return (String) members.get("field");
    }

    /** In how many seconds it may be tried again, or null. */
    public Integer retryAfter() {
        return (Integer) members.get(RETRY_AFTER);
    }

    /** The document of RFC 9457. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", getMessage());
        document.putAll(members);
        return document;
    }
}
