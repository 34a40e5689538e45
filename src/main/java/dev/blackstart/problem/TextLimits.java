package dev.blackstart.problem;

import java.nio.charset.StandardCharsets;

/** What people write into forms and calls: how long it may be, and that every database can keep it. */
public final class TextLimits {

    /** A name, a subject, an option. */
    public static final int LINE = 200;

    /** Why somebody did something. */
    public static final int REASON = 2_000;

    /** A message, a note, a reply. */
    public static final int TEXT = 20_000;

    private TextLimits() {
    }

    /**
     * The text as it is; null stays null.
     *
     * @param field its name, as the caller wrote it
     * @throws Problem 422 that names the field
     */
    public static String atMost(int longest, String field, String text) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            throw Problem.invalid(field, "%s is longer than %d characters; shorten it.".formatted(field, longest));
        }
        if (text != null && !canBeStored(text)) {
            throw Problem.invalid(field,
                    field + " holds a zero byte or half a character, which cannot be stored; take it out.");
        }
        return text;
    }

    /**
     * Why somebody did something, which they must say.
     *
     * @param advice what to say
     * @throws Problem 422 that names the field
     */
    public static String reason(String field, String text, String advice) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, advice);
        }
        return atMost(REASON, field, text);
    }

    /** As much of it as can be kept, for what is never refused; null stays null. */
    public static String kept(int longest, String text) {
        return text == null ? null
                : new String(beginning(longest, text).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace('\0', ' ');
    }

    private static String beginning(int longest, String text) {
        return text.codePointCount(0, text.length()) <= longest ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** PostgreSQL keeps no zero byte, and half of a surrogate pair has no bytes at all. */
    private static boolean canBeStored(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
