package dev.blackstart.experiment;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as Python's {@code re} reads them, which searches texts of Unicode. */
public final class PythonRegex {

    private PythonRegex() {
    }

    /** @throws PatternSyntaxException where Python refuses it, or Java has no words for it */
    public static Pattern compile(String pattern) {
        return Pattern.compile(java(pattern));
    }

    /** The same expression in Java's spelling. @throws PatternSyntaxException see {@link #compile} */
    public static String java(String pattern) {
        PythonFlags flags = PythonFlags.NONE;
        while (true) {
            PythonTranslation translation = new PythonTranslation(pattern, flags);
            String text = translation.text();
            if (translation.flags().equals(flags)) {
                return text;
            }
            flags = translation.flags(); // set in the middle, for the whole expression
        }
    }
}
