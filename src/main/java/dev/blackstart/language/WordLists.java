package dev.blackstart.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The word lists of one language: {@code words.yaml} with parts of patterns by name, and a file for each kind. In a pattern,
 * <code>{name}</code> stands for a part, and a space for any number of spaces. See docs/language.md.
 */
final class WordLists {

    private static final Pattern PART = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,20}");

    private final String language;
    private final Map<String, Object> parts;
    private final List<Phrase> phrases = new ArrayList<>();

    private WordLists(String language) {
        this.language = language;
        this.parts = read("words");
    }

    /** @throws IllegalStateException that names the file where one is missing, or what is wrong in it */
    static List<Phrase> of(String language) {
        if (!NAME.matcher(language).matches()) {
            throw new IllegalStateException("'%s' is no folder of word lists; use a name such as 'en'.".formatted(language));
        }
        WordLists lists = new WordLists(language);
        for (LanguageKind kind : LanguageKind.values()) {
            lists.add(kind);
        }
        return List.copyOf(lists.phrases);
    }

    private void add(LanguageKind kind) {
        Map<String, Object> file = read(kind.key());
        String why = text(file, "why", null);
        String instead = text(file, "instead", null);
        for (Object entry : (List<?>) Objects.requireNonNullElse(file.get("phrases"), List.of())) {
            Map<?, ?> phrase = (Map<?, ?>) entry;
            phrases.add(new Phrase(kind, compile(String.valueOf(phrase.get("pattern"))), text(phrase, "why", why),
                    text(phrase, "instead", instead), Boolean.TRUE.equals(phrase.get("actionsOnly"))));
        }
    }

    private Pattern compile(String written) {
        return Pattern.compile("\\b(?:" + filled(written).replace(" ", "(?: ++)") + ")(?!\\w)");
    }

    /** Parts may name other parts that stand above them. */
    private String filled(String written) {
        Matcher part = PART.matcher(written);
        StringBuilder filled = new StringBuilder();
        while (part.find()) {
            Object value = parts.get(part.group(1));
            if (value == null) {
                throw new IllegalStateException("language/%s/words.yaml has no '%s', which '%s' names.".formatted(language,
                        part.group(1), written));
            }
            part.appendReplacement(filled, Matcher.quoteReplacement("(?:" + filled(value.toString().strip()) + ")"));
        }
        return part.appendTail(filled).toString();
    }

    private static String text(Map<?, ?> entry, String name, String otherwise) {
        return entry.get(name) == null ? otherwise : entry.get(name).toString().strip();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String name) {
        String path = "language/" + language + "/" + name + ".yaml";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The word list " + path + " is missing.");
            }
            return (Map<String, Object>) new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
