package dev.blackstart.people;

import dev.blackstart.web.Texts;

/** Characters of a key or an address that nobody sees, such as a zero-width space copied from a web page. */
public final class Invisible {

    private static final int LONGEST = 64;

    private Invisible() {
    }

    /** One sentence that names the first of them; else the other sentence. */
    public static String complaint(String text, String otherwise) {
        return text == null ? otherwise
                : text.codePoints().filter(Invisible::is)
                        .mapToObj(character -> "'%s' contains an invisible character (U+%04X); delete it."
                                .formatted(Texts.cut(shown(text), LONGEST), character))
                        .findFirst().orElse(otherwise);
    }

    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(Invisible::is);
    }

    private static boolean is(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.SPACE_SEPARATOR && character != ' ';
    }

    private static String shown(String text) {
        return text.codePoints().filter(character -> !is(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
