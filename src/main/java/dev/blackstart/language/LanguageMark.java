package dev.blackstart.language;

/**
 * A phrase that could be worded better. It is advice; nothing is refused for it.
 *
 * @param start where it begins in the text, counted in UTF-16 code units from 0, as in Java and JavaScript: an emoji counts as
 *        two
 * @param end the first position behind it, counted likewise
 * @param text the words as they were written
 * @param why what is wrong with them, in a sentence
 * @param instead what to write in their place
 */
public record LanguageMark(int start, int end, LanguageKind kind, String text, String why, String instead) {
}
