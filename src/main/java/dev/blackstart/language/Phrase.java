package dev.blackstart.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a word list.
 *
 * @param pattern of the lower-case text that {@link PlainText} makes
 * @param actionsOnly marks only the title of an action, where it is an intention; elsewhere the same words tell what happened
 */
record Phrase(LanguageKind kind, Pattern pattern, String why, String instead, boolean actionsOnly) {

    /** Looks at what stands before and behind the region that it is given. */
    Matcher matcher(String plain) {
        return pattern.matcher(plain).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
