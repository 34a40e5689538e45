package dev.blackstart.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of a text is its author's own prose, in the form that the word lists are written for: lower case, straight
 * apostrophes, the lines of a paragraph joined by spaces. Quotations, code, times and addresses are blanked out. Every
 * character keeps its position.
 */
final class PlainText {

    /** In place of what is exempt; no word list has it. */
    private static final char BLANK = '\uFFFC';

    private static final String LINE_BREAK = "\n";

    /**
     * Exempt parts of a paragraph. Each pattern stops at the first character that could begin the same part again, so that a
     * text of nothing but openings is read once.
     */
    private static final List<Pattern> EXEMPT = Stream.of(
            "``[^`\\n]++(?:`[^`\\n]++){0,50}+``",
            "`[^`\\n]++`",
            "(?<![\\w.+-])(?:https?|ftp)://\\S++|(?<![\\w.+-])www\\.\\S++",
            "\\]\\([^()\\n]*+\\)",
            "(?<![\\w.+-])[\\w.+-]++@[\\w-][\\w.-]*+",
            "\u201E[^\u201E\u201C\u201D\\n]*+[\u201C\u201D]",
            "\u201C[^\u201C\u201D\\n]*+\u201D",
            "\u00AB[^\u00AB\u00BB\\n]*+\u00BB",
            "(?<!\\w)\"[^\"\\n]*+\"(?!\\w)",
            "(?<!\\w)'(?=\\w)[^'\\n]*+(?:(?<=\\w)'(?=\\w)[^'\\n]*+){0,50}+'(?!\\w)",
            "(?<![\\w:.])\\d{4}-\\d\\d-\\d\\d(?:[t ]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,9})?z?)?(?!\\w)",
            "(?<![\\w:.])(?:t[+-])?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,9})?(?!\\w)").map(Pattern::compile).toList();

    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,}).*");
    private static final Pattern LIST_ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)]) .*");
    private static final Pattern OWN_LINE = Pattern.compile("\\s*(?:#|>|\\||(?:[-*+]|\\d{1,9}[.)])(?: |$)).*");
    private static final Pattern HEADING = Pattern.compile(" {0,3}#.*");
    private static final Pattern QUOTE = Pattern.compile(" {0,3}>.*");
    private static final Pattern INDENTED = Pattern.compile("(?: {4}|\\t).*");

    private final StringBuilder plain;
    /** The fence of the block of code that is open, or null. */
    private String fence;
    private boolean inList;
    private boolean inIndentedCode;
    private boolean afterBlank = true;

    private PlainText(String text) {
        plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(simple(text.charAt(i)));
        }
    }

    static String of(String text) {
        PlainText plain = new PlainText(text);
        plain.blankBlocks();
        String joined = plain.plain.toString();
        for (Pattern exempt : EXEMPT) {
            joined = plain.blank(exempt, joined);
        }
        return joined;
    }

    private static char simple(char letter) {
        return switch (letter) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u00A0', '\u202F', '\r' -> ' ';
            case '\u2010', '\u2011' -> '-';
            default -> Character.toLowerCase(letter);
        };
    }

    private String blank(Pattern exempt, String text) {
        Matcher matcher = exempt.matcher(text);
        boolean found = false;
        while (matcher.find()) {
            found = true;
            blank(matcher.start(), matcher.end());
        }
        return found ? plain.toString() : text;
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            plain.setCharAt(i, BLANK);
        }
    }

    /** Line by line: blocks of code and quotations are blanked, and lines that go on in the next one are joined to it. */
    private void blankBlocks() {
        String whole = plain.toString();
        String before = "";
        int from = 0;
        while (from < whole.length()) {
            int end = whole.indexOf(LINE_BREAK, from);
            String line = whole.substring(from, end < 0 ? whole.length() : end);
            boolean exempt = isExempt(line);
            if (exempt) {
                blank(from, from + line.length());
            } else if (from > 0 && isContinued(before, line)) {
                plain.setCharAt(from - 1, ' ');
            }
            before = exempt ? "" : line;
            from += line.length() + 1;
        }
    }

    private static boolean isContinued(String before, String line) {
        return !before.isBlank() && !line.isBlank() && !HEADING.matcher(before).matches() && !OWN_LINE.matcher(line).matches();
    }

    private boolean isExempt(String line) {
        if (fence != null) {
            boolean closes = line.strip().startsWith(fence) && line.strip().chars().allMatch(one -> one == fence.charAt(0));
            fence = closes ? null : fence;
            return true;
        }
        Matcher opening = FENCE.matcher(line);
        if (opening.matches()) {
            fence = opening.group(1);
            return true;
        }
        return isIndentedCode(line) || QUOTE.matcher(line).matches();
    }

    /** As in Markdown: after an empty line, and not below an item of a list, where indentation only continues the item. */
    private boolean isIndentedCode(String line) {
        boolean blank = line.isBlank();
        boolean indented = INDENTED.matcher(line).matches();
        if (!blank) {
            inIndentedCode = indented && !inList && (afterBlank || inIndentedCode);
            inList = LIST_ITEM.matcher(line).matches() && !inIndentedCode || inList && (!afterBlank || line.charAt(0) <= ' ');
        }
        afterBlank = blank;
        return inIndentedCode && !blank;
    }
}
