package dev.blackstart.web;

import io.quarkus.qute.TemplateExtension;

/** Long texts on lists: cut at a word, with a link to the whole beside them; else a few texts make a page of megabytes. */
@TemplateExtension(namespace = "text")
public final class TextCut {

    /** Looks for a space so far back. */
    private static final int WORD = 30;

    private TextCut() {
    }

    /** The text, or its beginning and an ellipsis. @param longest in characters */
    public static String cut(String text, int longest) {
        if (!isCut(text, longest)) {
            return text == null ? "" : text;
        }
        int end = text.offsetByCodePoints(0, longest);
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > Math.max(0, end - WORD) ? space : end).stripTrailing() + "…";
    }

    /** Whether something is missing then. */
    public static boolean isCut(String text, int longest) {
        return text != null && text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }
}
