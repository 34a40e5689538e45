package dev.blackstart.experiment;

import java.util.regex.PatternSyntaxException;

import dev.blackstart.experiment.PythonEscapes.Escape;

/** A set of characters, {@code […]}. In Python neither {@code [} nor {@code &&} means anything in it. */
final class PythonCharacterSet {

    private static final String SPECIAL = "[]&^\\-";

    private final String pattern;
    private final PythonEscapes escapes;
    private final String special;
    private final StringBuilder java;

    /** @param verbose whether Java would leave out spaces and comments in it */
    PythonCharacterSet(String pattern, PythonEscapes escapes, boolean verbose, StringBuilder java) {
        this.pattern = pattern;
        this.escapes = escapes;
        this.special = verbose ? SPECIAL + " " : SPECIAL;
        this.java = java;
    }

    /** @param start behind the opening bracket @return behind the closing one */
    int read(int start) {
        int at = start;
        java.append('[');
        if (pattern.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        int first = at;
        while (at == first || !pattern.startsWith("]", at)) {
            Escape one = element(at);
            at = one.end();
            boolean range = pattern.startsWith("-", at) && !pattern.startsWith("]", at + 1);
            if (range) {
                Escape last = element(at + 1);
                if (one.java() != null || last.java() != null || one.character() > last.character()) {
                    throw new PatternSyntaxException("A range of characters has its lowest first, and no class", pattern, at);
                }
                write(one);
                java.append('-');
                write(last);
                at = last.end();
            } else {
                write(one);
            }
        }
        java.append(']');
        return at + 1;
    }

    private Escape element(int at) {
        if (at >= pattern.length()) {
            throw new PatternSyntaxException("A set of characters is opened and not closed", pattern, at);
        }
        if (pattern.charAt(at) == '\\') {
            return escapes.read(at + 1, true);
        }
        int character = pattern.codePointAt(at);
        return new Escape(null, character, at + Character.charCount(character));
    }

    private void write(Escape element) {
        if (element.java() != null) {
            java.append(element.java());
        } else {
            PythonEscapes.literal(element.character(), special, java);
        }
    }
}
