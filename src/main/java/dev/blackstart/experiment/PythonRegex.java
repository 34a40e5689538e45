package dev.blackstart.experiment;

import java.util.regex.Pattern;

/** Regular expressions in Python's spelling. */
public final class PythonRegex {

    private PythonRegex() {
    }

    /** @throws java.util.regex.PatternSyntaxException where it is none */
    public static Pattern compile(String pattern) {
        return Pattern.compile(java(pattern));
    }

    /** The same expression in Java's spelling. */
    public static String java(String pattern) {
        return pattern.replaceAll("\\(\\?P<([A-Za-z_]\\w*)>", "(?<$1>").replaceAll("\\(\\?P=([A-Za-z_]\\w*)\\)", "\\\\k<$1>")
                .replaceAll("(?<!\\\\)\\\\Z", "\\\\z");
    }
}
