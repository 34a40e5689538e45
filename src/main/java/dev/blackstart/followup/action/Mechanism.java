package dev.blackstart.followup.action;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an intention from a mechanism. "Be more careful" prevents nothing: good intentions do not work, mechanisms do (Amazon's
 * correction of errors). It looks for the usual phrases, so a reason overrides it.
 */
final class Mechanism {

    private static final List<Pattern> INTENTIONS = List.of(
            of("\\bbe(ing)? (much |a lot |a bit |far |even )?(more |extra |very )?(careful|cautious|attentive|vigilant|mindful|alert|aware|diligent|disciplined)\\b"),
            of("\\bmore (carefully|cautiously|attentively|diligently)\\b"),
            of("\\b(pay|paying) (more |closer |better |extra )?attention\\b"),
            of("\\b(take|taking) (more |better |extra |greater )?care\\b"),
            of("\\b(remember|remind (everyone|everybody|people|them|the team|staff|engineers|operators|colleagues)) (to|that|about|of)\\b"),
            of("\\b(do not|don't|never|not) forget\\b"),
            of("\\b(keep|bear) (it |this |that )?in mind\\b"),
            of("\\b(try|trying) (harder|better|to (be|remember|avoid|do better))\\b"),
            of("\\b(watch out|look out|double[- ]check|think twice|be sure to)\\b"),
            of("\\b(raise|increase|improve) awareness\\b"),
            of("\\b(do|communicate|work) (better|harder|more carefully)( next time)?\\s*[.!]?$"),
            of("\\b(train|teach|tell|ask|instruct|urge) \\w+( \\w+){0,3} to be (more )?\\w+"));

    private Mechanism() {
    }

    private static Pattern of(String phrase) {
        return Pattern.compile(phrase, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The words that make it an intention; null for what may be a mechanism. */
    static String intention(String text) {
        String plain = text.replace('\u2019', '\'').replaceAll("\\s+", " ");
        return INTENTIONS.stream().map(phrase -> phrase.matcher(plain)).filter(Matcher::find).map(Matcher::group).findFirst()
                .orElse(null);
    }

    /** What to do instead. */
    static String advice(String intention) {
        return "\u201C%s\u201D is an intention: nothing happens when people are tired. Write the mechanism that works without anybody remembering it (a test, an alert, a limit, a step in a runbook, a drill), or give a reason to keep it."
                .formatted(intention);
    }
}
