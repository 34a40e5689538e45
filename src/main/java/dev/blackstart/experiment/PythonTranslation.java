package dev.blackstart.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.blackstart.experiment.PythonEscapes.Escape;

/** One reading of a Python expression that writes Java's. */
final class PythonTranslation {

    private static final int DEEPEST = 100;
    private static final Pattern REPETITION = Pattern.compile("\\{(?:(\\d{1,9})|(\\d{0,9}),(\\d{0,9}))}");
    private static final Pattern NAMED = Pattern.compile("\\?P<([^>]*)>");
    private static final Pattern SAME_AS = Pattern.compile("\\?P=([^)]*)\\)");
    private static final Pattern FLAGS = Pattern.compile("\\?([aiLmsux]*)(?:-([imsx]+))?([:)])");
    private static final Pattern PLAIN_GROUP = Pattern.compile("\\?(?:[:=!>]|<[=!])");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern JAVA_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private final String pattern;
    private final PythonEscapes escapes;
    private final StringBuilder java = new StringBuilder();
    private final Map<String, String> names = new HashMap<>();
    private final Deque<PythonFlags> outer = new ArrayDeque<>();
    private PythonFlags whole;
    private PythonFlags flags;
    private int at;
    private int groups;
    private boolean usesLines;

    /** @param flags that hold for all of it */
    PythonTranslation(String pattern, PythonFlags flags) {
        this.pattern = pattern;
        this.flags = flags;
        this.whole = flags;
        this.escapes = new PythonEscapes(pattern);
    }

    /** What was set anywhere for the whole expression. */
    PythonFlags flags() {
        return whole;
    }

    String text() {
        while (at < pattern.length()) {
            next();
        }
        if (!outer.isEmpty()) {
            throw wrong("A parenthesis is opened and not closed");
        }
        String set = (usesLines ? "d" : "") + whole.java() + (escapes.usedClasses() && !whole.isAscii() ? "U" : "");
        return set.isEmpty() ? java.toString() : "(?" + set + ")" + java;
    }

    private void next() {
        char one = pattern.charAt(at);
        if (flags.isVerbose() && one == '#') {
            int end = pattern.indexOf('\n', at);
            at = end < 0 ? pattern.length() : end;
            return;
        }
        switch (one) {
            case '\\' -> escape();
            case '[' -> at = new PythonCharacterSet(pattern, escapes, flags.isVerbose(), java).read(at + 1);
            case '(' -> group();
            case ')' -> close();
            case '{' -> repetition();
            case '^' -> {
                // Java's own does not match behind a line break at the very end
                java.append(flags.isMultiline() ? "(?<![^\\n])" : "^");
                at++;
            }
            default -> {
                usesLines |= one == '.' || one == '$';
                java.append(one);
                at++;
            }
        }
    }

    private void escape() {
        at++;
        if (at < pattern.length() && "123456789".indexOf(pattern.charAt(at)) >= 0 && !escapes.isOctal(at)) {
            groupAgain();
            return;
        }
        Escape escape = escapes.read(at, false);
        if (escape.java() != null) {
            java.append(escape.java());
        } else {
            PythonEscapes.literal(escape.character(), flags.isVerbose() ? SPECIAL + " " : SPECIAL, java);
        }
        at = escape.end();
    }

    private void groupAgain() {
        int end = at + 1;
        if (end < pattern.length() && Character.digit(pattern.charAt(end), 10) >= 0) {
            end++;
        }
        int group = Integer.parseInt(pattern.substring(at, end));
        if (group > groups) {
            throw wrong("There is no group %d before this".formatted(group));
        }
        java.append("(?:\\").append(group).append(')');
        at = end;
    }

    private void repetition() {
        Matcher counts = REPETITION.matcher(pattern).region(at, pattern.length());
        if (!counts.lookingAt()) {
            java.append("\\{");
            at++;
        } else if (counts.group(1) != null) {
            java.append(counts.group());
            at = counts.end();
        } else {
            java.append('{').append(counts.group(2).isEmpty() ? "0" : counts.group(2)).append(',').append(counts.group(3))
                    .append('}');
            at = counts.end();
        }
    }

    private void close() {
        if (outer.isEmpty()) {
            throw wrong("A parenthesis is closed and not opened");
        }
        flags = outer.pop();
        java.append(')');
        at++;
    }

    private void open(String text, int end) {
        if (outer.size() == DEEPEST) {
            throw wrong("More than %d groups are inside each other".formatted(DEEPEST));
        }
        outer.push(flags);
        java.append(text);
        at = end;
    }

    private void group() {
        int inside = at + 1;
        Matcher plain = from(PLAIN_GROUP, inside);
        Matcher named = from(NAMED, inside);
        Matcher sameAs = from(SAME_AS, inside);
        Matcher set = from(FLAGS, inside);
        if (!pattern.startsWith("?", inside)) {
            groups++;
            open("(", inside);
        } else if (plain.lookingAt()) {
            open("(" + plain.group(), plain.end());
        } else if (named.lookingAt()) {
            open("(?<" + newName(named.group(1)) + ">", named.end());
        } else if (sameAs.lookingAt()) {
            if (!names.containsKey(sameAs.group(1))) {
                throw wrong("There is no group '%s' before this".formatted(sameAs.group(1)));
            }
            java.append("\\k<").append(names.get(sameAs.group(1))).append('>');
            at = sameAs.end();
        } else if (pattern.startsWith("?#", inside)) {
            comment(inside);
        } else if (set.lookingAt()) {
            set(set.group(1), set.group(2) == null ? "" : set.group(2), set.group(3).equals(":"), set.end());
        } else {
            throw wrong(pattern.startsWith("?(", inside)
                    ? "A condition on a group, (?(…)…|…), cannot be expressed here; write both alternatives out"
                    : "Python knows no group that begins like this; a named group is (?P<name>…)");
        }
    }

    private Matcher from(Pattern form, int start) {
        return form.matcher(pattern).region(start, pattern.length());
    }

    /** Java's names have no underscore and no letter beyond ASCII. */
    private String newName(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw wrong("'%s' is no name for a group".formatted(name));
        }
        groups++;
        String plain = JAVA_NAME.matcher(name).matches() ? name : "g0" + groups;
        if (names.containsValue(plain) || names.putIfAbsent(name, plain) != null) {
            throw wrong("Two groups are named '%s'".formatted(name));
        }
        return plain;
    }

    private void comment(int inside) {
        int end = pattern.indexOf(')', inside);
        if (end < 0) {
            throw wrong("A comment is opened and not closed");
        }
        at = end + 1;
    }

    private void set(String on, String off, boolean inGroup, int end) {
        if (on.contains("L")) {
            throw wrong("The flag L is for bytes, not for texts");
        }
        if (inGroup) {
            String removed = (on.contains("a") ? "uU" : "") + PythonFlags.java(off);
            open("(?" + PythonFlags.java(on) + (removed.isEmpty() ? "" : "-" + removed) + ":", end);
            flags = flags.with(on, off);
        } else if (!off.isEmpty()) {
            throw wrong("Flags are switched off for a group only: (?-%s:…)".formatted(off));
        } else {
            readAgain(whole.with(on, ""), end);
        }
    }

    /** With what was set for the whole expression; where it is nothing new, reading goes on. */
    private void readAgain(PythonFlags more, int end) {
        if (more.letters().containsAll(Set.of('a', 'u'))) {
            throw wrong("The flags a and u exclude each other");
        }
        at = more.equals(whole) ? end : pattern.length();
        if (!more.equals(whole)) {
            outer.clear();
        }
        whole = more;
    }

    private PatternSyntaxException wrong(String why) {
        return new PatternSyntaxException(why, pattern, at);
    }
}
