package dev.blackstart.hotwash;

import java.util.List;
import java.util.UUID;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * An answer as a person sends it: at least one of its texts, or the culture statements.
 *
 * @param id made by the sender, so that sending it twice stores it once; null for none
 * @param culture seven numbers from 1 (not at all) to 7 (completely), in the order of {@link Culture#STATEMENTS}; or null
 * @param anonymous whether it is kept without its author; null for no
 */
public record HotWashEntry(UUID id, String wentWell, String wentBadly, String lucky, String confusing, String logistics,
        List<Integer> culture, Boolean anonymous) {

    /**
     * @throws Problem 422 for texts that are too long, for nothing said, or for culture that is not seven numbers from 1 to 7
     */
    HotWashEntry checked() {
        HotWashEntry entry = new HotWashEntry(id, text("wentWell", wentWell), text("wentBadly", wentBadly),
                text("lucky", lucky), text("confusing", confusing), text("logistics", logistics),
                culture == null ? null : Culture.checked(culture), Boolean.TRUE.equals(anonymous));
        if (entry.wentWell == null && entry.wentBadly == null && entry.lucky == null && entry.confusing == null
                && entry.logistics == null && entry.culture == null) {
            throw Problem.invalid("wentWell", "Say something in at least one of the fields.");
        }
        return entry;
    }

    private static String text(String field, String typed) {
        TextLimits.atMost(TextLimits.REASON, field, typed);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    boolean isAnonymous() {
        return Boolean.TRUE.equals(anonymous);
    }
}
