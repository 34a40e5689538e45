package dev.blackstart.notify.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A subject as a mail's header carries it: without line breaks of its own and, where it is not ASCII, in encoded words
 * (RFC 2047), one per folded line of at most 76 characters.
 */
public final class Subject {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern PLAIN = Pattern.compile("(?!.*=\\?)[ -~]*");

    /** An encoded word has at most 75 characters, a line that holds one 76; the first line begins with the header's name. */
    private static final int BYTES_OF_A_WORD = 45;
    private static final int BYTES_OF_THE_FIRST_WORD = 39;

    private Subject() {
    }

    static String encoded(String subject) {
        String line = subject == null ? "" : CONTROL.matcher(subject).replaceAll(" ").strip();
        return PLAIN.matcher(line).matches() ? line
                : words(line).stream().map(word -> "=?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)) + "?=")
                        .collect(Collectors.joining("\r\n "));
    }

    /** Never a part of a character. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > (words.isEmpty() ? BYTES_OF_THE_FIRST_WORD : BYTES_OF_A_WORD)) {
                words.add(word.toString());
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += more;
        }
        words.add(word.toString());
        return words;
    }
}
