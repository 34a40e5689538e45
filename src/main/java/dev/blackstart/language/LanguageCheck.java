package dev.blackstart.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Finds phrases that teach nothing about what happened, by word lists. It advises; nobody is refused for a mark. */
public final class LanguageCheck {

    /** In characters; a report has at most 400 kB. */
    static final int LONGEST_TEXT = 500_000;

    /** More advice is read by nobody. */
    static final int MOST_MARKS = 1_000;

    private static final LanguageCheck ENGLISH = of(List.of("en"));

    private final PhraseIndex phrases;

    private LanguageCheck(List<Phrase> phrases) {
        this.phrases = new PhraseIndex(phrases);
    }

    static LanguageCheck of(List<String> languages) {
        return new LanguageCheck(languages.stream().flatMap(language -> WordLists.of(language).stream()).toList());
    }

    /** With the English word lists. */
    public static LanguageCheck english() {
        return ENGLISH;
    }

    /** In the order of the text, without overlaps: of two phrases that meet, the one that begins first, else the longer one. */
    public List<LanguageMark> marks(String text) {
        return marks(text, phrase -> !phrase.actionsOnly());
    }

    /** Likewise, for the title of an action: more is an intention there, since a title promises what will be done. */
    public List<LanguageMark> marksOfAction(String title) {
        return marks(title, phrase -> true);
    }

    private List<LanguageMark> marks(String text, Predicate<Phrase> wanted) {
        String plain = PlainText.of(text);
        Matcher[] matchers = phrases.phrases.stream().map(phrase -> wanted.test(phrase) ? phrase.matcher(plain) : null)
                .toArray(Matcher[]::new);
        List<LanguageMark> marks = new ArrayList<>();
        int at = 0;
        while (at < plain.length() && marks.size() < MOST_MARKS) {
            LanguageMark mark = isWordStart(plain, at) ? longest(plain, at, text, matchers) : null;
            if (mark != null) {
                marks.add(mark);
            }
            at = mark == null ? at + 1 : mark.end();
        }
        return marks;
    }

    private static boolean isWordStart(String plain, int at) {
        return Character.isLetterOrDigit(plain.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1)) && plain.charAt(at - 1) != '_');
    }

    private LanguageMark longest(String plain, int start, String text, Matcher[] matchers) {
        Phrase found = null;
        int end = start;
        for (int phrase : phrases.at(plain, start)) {
            Matcher matcher = matchers[phrase];
            if (matcher != null && matcher.region(start, plain.length()).lookingAt() && matcher.end() > end) {
                found = phrases.phrases.get(phrase);
                end = matcher.end();
            }
        }
        return found == null ? null
                : new LanguageMark(start, end, found.kind(), text.substring(start, end), found.why(), found.instead());
    }
}
