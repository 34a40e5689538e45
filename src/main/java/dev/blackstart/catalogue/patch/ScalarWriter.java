package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Writes texts as YAML 1.2, plainly where that is safe. */
final class ScalarWriter {

    private static final ScalarResolver RESOLVER = new CoreScalarResolver(true);

    /** Booleans for parsers of YAML 1.1, which some editors have. */
    private static final Set<String> OLD_BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");

    private static final String FORBIDDEN_FIRST = "?:,[]{}#&*!|>'\"%@`=<~";
    private static final int WIDTH = 120;

    private ScalarWriter() {
    }

    /** @param inBrackets where commas and brackets end a text */
    static boolean canBePlain(String text, boolean inBrackets) {
        if (text.isEmpty() || !text.equals(text.strip()) || !isPrintableLine(text)
                || FORBIDDEN_FIRST.indexOf(text.charAt(0)) >= 0 || OLD_BOOLEANS.contains(text.toLowerCase())) {
            return false;
        }
        if (text.charAt(0) == '-' && (text.length() == 1 || text.charAt(1) == ' ' || text.startsWith("---"))
                || text.startsWith("...")) {
            return false;
        }
        if (text.contains(": ") || text.endsWith(":") || text.contains(" #") || text.indexOf('\t') >= 0) {
            return false;
        }
        if (inBrackets && text.matches(".*[,\\[\\]{}].*")) {
            return false;
        }
        return RESOLVER.resolve(text, true) == Tag.STR;
    }

    private static boolean isPrintableLine(String text) {
        return StreamReader.isPrintable(text) && text.indexOf('\uFEFF') < 0
                && text.chars()
                        .noneMatch(one -> one == '\n' || one == '\r' || one == '\u0085' || one == '\u2028' || one == '\u2029');
    }

    /** On one line: plain where possible, else in double quotes. */
    static String inline(String text, boolean inBrackets) {
        return canBePlain(text, inBrackets) ? text : doubleQuoted(text);
    }

    static boolean canBeSingleQuoted(String text) {
        return isPrintableLine(text);
    }

    static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** As JSON and YAML both read it. */
    static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (one < ' ' || one >= 0x7F && one < 0xA0 || one == '\u2028' || one == '\u2029' || one == '\uFEFF'
                            || one == '\uFFFE' || one == '\uFFFF') {
                        out.append("\\u%04x".formatted((int) one));
                    } else {
                        out.append(one);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Whether a text of several lines can be written after {@code |}. */
    static boolean canBeLiteral(String text) {
        String body = withoutEnd(text);
        return !body.isEmpty() && !body.startsWith(" ") && !body.startsWith("\n") && !body.startsWith("\t")
                && Arrays.stream(text.split("\n", -1)).allMatch(line -> isPrintableLine(line) && !line.endsWith(" "));
    }

    /** Whether lines can be broken at its spaces, after {@code >}. */
    static boolean canBeFolded(String text) {
        String body = withoutEnd(text);
        return canBeLiteral(text) && !body.contains("\n") && !body.contains("  ") && body.indexOf('\t') < 0;
    }

    /** The sign that says how many line breaks a text ends with. */
    static String chomping(String text) {
        int breaks = text.length() - withoutEnd(text).length();
        return breaks == 0 ? "-" : breaks == 1 ? "" : "+";
    }

    static List<String> literalLines(String text) {
        List<String> lines = new ArrayList<>(List.of(withoutEnd(text).split("\n", -1)));
        for (int i = withoutEnd(text).length() + 1; i < text.length(); i++) {
            lines.add("");
        }
        return lines;
    }

    /** @param indent of these lines */
    static List<String> foldedLines(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : withoutEnd(text).split(" ")) {
            if (line.length() > 0 && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        for (int i = withoutEnd(text).length() + 1; i < text.length(); i++) {
            lines.add("");
        }
        return lines;
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
