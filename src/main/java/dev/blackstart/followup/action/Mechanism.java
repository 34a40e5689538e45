package dev.blackstart.followup.action;

import dev.blackstart.language.LanguageCheck;
import dev.blackstart.language.LanguageKind;
import dev.blackstart.language.LanguageMark;

/**
 * Tells an intention from a mechanism. "Be more careful" prevents nothing: good intentions do not work, mechanisms do (Amazon's
 * correction of errors). It looks for the usual phrases, so a reason overrides it.
 */
final class Mechanism {

    private Mechanism() {
    }

    /** The words that make it an intention; null for what may be a mechanism. */
    static String intention(String text) {
        return LanguageCheck.english().marksOfAction(text).stream().filter(mark -> mark.kind() == LanguageKind.INTENTION)
                .map(LanguageMark::text).findFirst().orElse(null);
    }

    /** What to do instead. */
    static String advice(String intention) {
        return "\u201C%s\u201D is an intention: nothing happens when people are tired. Write the mechanism that works without anybody remembering it (a test, an alert, a limit, a step in a runbook, a drill), or give a reason to keep it."
                .formatted(intention);
    }
}
