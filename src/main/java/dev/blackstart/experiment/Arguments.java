package dev.blackstart.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The arguments of a process provider. Chaos Toolkit gives a text to a shell; here it is split as a shell would split it, and
 * no
 * shell ever sees it: quotes and backslashes count, nothing is expanded.
 */
public final class Arguments {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*}");
    private static final String SHELL_CHARACTERS = "|&;<>()$`*?[]~#\n";

    private Arguments() {
    }

    /** @param arguments a text, a list, an object (flattened, deprecated) or missing; substituted already */
    public static List<String> of(JsonNode arguments) {
        if (arguments.isTextual()) {
            return split(arguments.textValue());
        }
        List<String> all = new ArrayList<>();
        if (arguments.isObject()) {
            for (Map.Entry<String, JsonNode> one : arguments.properties()) {
                all.add(one.getKey());
                add(all, one.getValue());
            }
        } else {
            arguments.forEach(one -> add(all, one));
        }
        return all;
    }

    /** Empty ones and nulls are left out, as Chaos Toolkit does. */
    private static void add(List<String> all, JsonNode one) {
        String text = one.isContainerNode() ? one.toString()
                : one.isBoolean() ? one.booleanValue() ? "True" : "False"
                        : one.asText();
        if (!one.isNull() && !text.isEmpty()) {
            all.add(text);
        }
    }

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\\' && quote != '\'' && i + 1 < text.length()
                    && (quote == 0 || "\"\\$`".indexOf(text.charAt(i + 1)) >= 0)) {
                word.append(text.charAt(++i));
                inWord = true;
            } else if (quote != 0 && one == quote) {
                quote = 0;
            } else if (quote != 0) {
                word.append(one);
            } else if (one == '"' || one == '\'') {
                quote = one;
                inWord = true;
            } else if (Character.isWhitespace(one)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else {
                word.append(one);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Characters of a text that a shell would act on and that are passed as they are here; each once. */
    public static String shellCharacters(String text) {
        StringBuilder found = new StringBuilder();
        String rest = REFERENCE.matcher(text).replaceAll("x");
        char quote = 0;
        for (int i = 0; i < rest.length(); i++) {
            char one = rest.charAt(i);
            if (one == '\\' && quote != '\'') {
                i++;
            } else if (quote != 0 ? one == quote : one == '"' || one == '\'') {
                quote = quote == 0 ? one : 0;
            } else if (quote != '\'' && (quote == 0 ? SHELL_CHARACTERS : "$`").indexOf(one) >= 0
                    && found.indexOf(String.valueOf(one)) < 0) {
                found.append(one);
            }
        }
        return found.toString();
    }

    /** Whether a quote is opened and not closed. */
    public static boolean isOpen(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && (one == '"' || one == '\'')) {
                quote = one;
            } else if (one == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }
}
