package dev.blackstart.experiment;

import java.util.regex.PatternSyntaxException;

/** What stands behind a backslash in a Python expression. */
final class PythonEscapes {

    private static final String CLASSES = "dDwWsS";
    private static final String CONTROL_LETTERS = "abfnrtv";
    private static final String CONTROLS = "\u0007\b\f\n\r\t\u000B";
    private static final int HIGHEST_OCTAL = 0377;
    private static final int HIGHEST_ASCII = 0x7f;

    private final String pattern;
    private boolean classes;

    /** @param java what Java writes for something that is no character; null for a character */
    record Escape(String java, int character, int end) {
    }

    PythonEscapes(String pattern) {
        this.pattern = pattern;
    }

    /** Whether what was read depends on what counts as a letter, a digit or a space. */
    boolean usedClasses() {
        return classes;
    }

    /** @param at behind the backslash */
    Escape read(int at, boolean inSet) {
        if (at >= pattern.length()) {
            throw new PatternSyntaxException("A backslash is at the end", pattern, at);
        }
        char one = pattern.charAt(at);
        if (CLASSES.indexOf(one) >= 0 || !inSet && (one == 'b' || one == 'B')) {
            classes = true;
            return new Escape("\\" + one, 0, at + 1);
        } else if (!inSet && "AZz".indexOf(one) >= 0) {
            return new Escape(one == 'A' ? "\\A" : "\\z", 0, at + 1);
        } else if (CONTROL_LETTERS.indexOf(one) >= 0) {
            return new Escape(null, CONTROLS.charAt(CONTROL_LETTERS.indexOf(one)), at + 1);
        } else if (one >= '0' && one <= '9') {
            return octal(at);
        }
        return switch (one) {
            case 'x' -> hexadecimal(at + 1, 2);
            case 'u' -> hexadecimal(at + 1, 4);
            case 'U' -> hexadecimal(at + 1, 8);
            case 'N' -> named(at + 1);
            default -> {
                if (one <= HIGHEST_ASCII && Character.isLetter(one)) {
                    throw wrong("Python knows no escape '\\%s' here".formatted(one), at);
                }
                int character = pattern.codePointAt(at);
                yield new Escape(null, character, at + Character.charCount(character));
            }
        };
    }

    /** Whether three digits are a character, not a group. */
    boolean isOctal(int at) {
        return digits(at, 3) == 3;
    }

    private int digits(int at, int most) {
        int end = at;
        while (end < pattern.length() && end - at < most && pattern.charAt(end) >= '0' && pattern.charAt(end) <= '7') {
            end++;
        }
        return end - at;
    }

    private Escape octal(int at) {
        int count = digits(at, 3);
        if (count == 0 || pattern.charAt(at) != '0' && count < 3) {
            throw wrong("Python knows no escape '\\%s' here".formatted(pattern.charAt(at)), at);
        }
        int character = Integer.parseInt(pattern.substring(at, at + count), 8);
        if (character > HIGHEST_OCTAL) {
            throw wrong("An octal escape is at most \\377", at);
        }
        return new Escape(null, character, at + count);
    }

    private Escape hexadecimal(int at, int digits) {
        int end = at + digits;
        if (end > pattern.length() || !pattern.substring(at, end).matches("[0-9A-Fa-f]+")) {
            throw wrong("\\%s has %d hexadecimal digits".formatted(pattern.charAt(at - 1), digits), at);
        }
        long character = Long.parseLong(pattern.substring(at, end), 16);
        if (character > Character.MAX_CODE_POINT) {
            throw wrong("There is no character U+%X".formatted(character), at);
        }
        return new Escape(null, (int) character, end);
    }

    private Escape named(int at) {
        int end = pattern.indexOf('}', at);
        if (end < 0 || pattern.charAt(at) != '{') {
            throw wrong("A named character is \\N{NAME}", at);
        }
        String name = pattern.substring(at + 1, end);
        try {
            return new Escape(null, Character.codePointOf(name), end + 1);
        } catch (IllegalArgumentException unknown) {
            throw wrong("There is no character named '%s'".formatted(name), at);
        }
    }

    /** A character as itself, in Java's spelling. @param special those that mean something there */
    static void literal(int character, String special, StringBuilder java) {
        int control = CONTROLS.indexOf(character);
        if (control >= 0 && "fnrt".indexOf(CONTROL_LETTERS.charAt(control)) >= 0) {
            java.append('\\').append(CONTROL_LETTERS.charAt(control));
        } else if (character < ' ' || special.indexOf(' ') >= 0 && (character == ' ' || character == '#')) {
            java.append("\\x{").append(Integer.toHexString(character)).append('}');
        } else {
            java.append(special.indexOf(character) >= 0 ? "\\" : "").appendCodePoint(character);
        }
    }

    private PatternSyntaxException wrong(String why, int at) {
        return new PatternSyntaxException(why, pattern, at);
    }
}
