package dev.blackstart.catalogue.patch;

/** The lines of a text, by the places of characters. */
final class TextLines {

    private final String text;
    /** How this text ends its lines. */
    final String lineBreak;

    TextLines(String text) {
        this.text = text;
        int first = text.indexOf('\n');
        lineBreak = first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    int start(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line's break begins, or the text ends. */
    int end(int at) {
        int newline = text.indexOf('\n', at);
        if (newline < 0) {
            return text.length();
        }
        return newline > at && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
    }

    /** Where the next line begins, or the text ends. */
    int next(int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }

    boolean isLast(int at) {
        return text.indexOf('\n', at) < 0;
    }

    int column(int at) {
        return at - start(at);
    }

    boolean isFirstOnLine(int at) {
        return text.substring(start(at), at).isBlank();
    }

    /** Whether nothing but a comment follows on the line. */
    boolean isLastOnLine(int at) {
        String rest = text.substring(at, end(at)).strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    boolean isSameLine(int one, int other) {
        return start(one) == start(other);
    }

    boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /** Where the comment lines begin that are directly above, in the same column; without any, where the line begins. */
    int withCommentsAbove(int at) {
        int from = start(at);
        while (from > 0) {
            int above = start(from - 1);
            String line = text.substring(above, end(above));
            String words = line.strip();
            if (!words.startsWith("#") || line.indexOf('#') != column(at)) {
                break;
            }
            from = above;
        }
        return from;
    }

    /** Whole lines from here on; the break before goes where there is none after them. */
    Splice deleteLines(int from, int lastCharacter) {
        boolean noBreakAfter = isLast(lastCharacter);
        int begin = noBreakAfter && from > 0 ? end(start(from - 1)) : from;
        return Splice.delete(begin, noBreakAfter ? text.length() : next(lastCharacter));
    }
}
