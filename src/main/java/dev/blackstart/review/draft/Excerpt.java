package dev.blackstart.review.draft;

import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/**
 * As much of what people wrote as a list has room for: all of most texts, of a very long one its beginning and a note. Without
 * it
 * a few findings of a hundred thousand characters make a document of hundreds of pages.
 */
@TemplateExtension(namespace = "excerpt")
final class Excerpt {

    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_LINES = 20;

    /** What takes more of a page than a heading may leave below itself. */
    private static final int TALL = 300;

    private Excerpt() {
    }

    /** With the note, for documents without links. */
    static String of(String written) {
        return isCut(written) ? begin(written) + " (cut: " + characters(written) + "; the report as JSON has all of it)"
                : written;
    }

    static boolean isCut(String written) {
        return written != null && end(written) < written.length();
    }

    /** Its beginning where it is too long, otherwise all of it. */
    static String begin(String written) {
        return isCut(written) ? written.substring(0, end(written)).strip() + "…" : written;
    }

    static String characters(String written) {
        return String.format(Locale.UK, "%,d characters", written.codePointCount(0, written.length()));
    }

    /** Whether a row with it may be broken between two pages. */
    static boolean isTall(String written) {
        return written != null && (written.length() > TALL || written.lines().count() > MOST_LINES / 2);
    }

    private static int end(String written) {
        int end = written.codePointCount(0, written.length()) > MOST_CHARACTERS
                ? written.offsetByCodePoints(0, MOST_CHARACTERS)
                : written.length();
        int line = 0;
        for (int i = 0; i < end; i++) {
            if (written.charAt(i) == '\n' && ++line == MOST_LINES) {
                return i;
            }
        }
        return end;
    }
}
