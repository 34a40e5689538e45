package dev.blackstart.language;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.limits.HeavyWork;

/** Checks texts with the word lists of this installation. It keeps nothing of a text and writes nothing of it to the log. */
@ApplicationScoped
class LanguageAdvice {

    /** What people type is checked at once; a longer text waits for its turn. */
    private static final int SHORT = 20_000;

    private final LanguageCheck check;
    private final HeavyWork work;

    LanguageAdvice(LanguageConfig config, HeavyWork work) {
        this.check = LanguageCheck.of(config.lists());
        this.work = work;
    }

    /** @throws Problem 422 without a text, or for one that is too long */
    List<LanguageMark> of(String text, String person) {
        if (text == null) {
            throw Problem.invalid("text", "Send the text to be checked.");
        }
        TextLimits.atMost(LanguageCheck.LONGEST_TEXT, "text", text);
        return text.length() <= SHORT ? check.marks(text)
                : work.await(HeavyWork.Kind.REPORT, person, null, () -> check.marks(text));
    }

    /** @throws Problem 422 without a title, or for one that is too long */
    List<LanguageMark> ofAction(String title) {
        if (title == null) {
            throw Problem.invalid("text", "Send the text to be checked.");
        }
        return check.marksOfAction(TextLimits.atMost(TextLimits.TEXT, "text", title));
    }
}
