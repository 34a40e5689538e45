package dev.blackstart.review.pdf;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Makes the text of a page printable: finds the fonts that its characters need, takes out what has no shape on paper, and puts
 * a
 * box, with a note, in place of a character that no font has.
 */
final class PaperText {

    /** Stands for a character that no font has. */
    static final String MISSING = "\u25A1";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_SKIN = 0x1F3FB;
    private static final int LAST_SKIN = 0x1F3FF;
    private static final int FIRST_TAG = 0xE0000;

    private final Set<PaperFont> needed = EnumSet.of(PaperFont.LATIN);

    private boolean rightToLeft;
    private int missing;

    private PaperText() {
    }

    /** Changes the page's text in place. */
    static PaperText of(Document page) {
        PaperText text = new PaperText();
        page.body().traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof TextNode words) {
                text.print(words);
            }
        });
        if (text.missing > 0) {
            text.note(page);
        }
        return text;
    }

    /** In the order in which they are tried. */
    Set<PaperFont> fonts() {
        return needed;
    }

    /** Whether some of it is read from right to left. */
    boolean isRightToLeft() {
        return rightToLeft;
    }

    private void print(TextNode words) {
        String text = words.getWholeText();
        if (text.chars().allMatch(c -> c < ' ' || PaperFont.LATIN.covers(c))) {
            return;
        }
        StringBuilder printed = new StringBuilder(text.length());
        text.codePoints().filter(character -> !hasNoShape(character)).forEach(character -> print(character, printed));
        words.text(printed.toString());
    }

    private void print(int character, StringBuilder printed) {
        rightToLeft |= isRightToLeft(character);
        Optional<PaperFont> font = character < ' ' ? Optional.of(PaperFont.LATIN)
                : Stream.of(PaperFont.values()).filter(one -> one.covers(character)).findFirst();
        if (font.isPresent()) {
            needed.add(font.get());
            printed.appendCodePoint(character);
        } else {
            missing++;
            printed.append(MISSING);
        }
    }

    private static boolean isRightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** Joiners, variants and shades only change how the characters beside them look on a screen. */
    private static boolean hasNoShape(int character) {
        return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER || character >= FIRST_TAG
                || character >= FIRST_SKIN && character <= LAST_SKIN || isVariant(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isVariant(int character) {
        return Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(character));
    }

    private void note(Document page) {
        String many = missing == 1 ? "1 character of this text has" : missing + " characters of this text have";
        page.body().appendChild(new Element("p").addClass("quiet").text(
                MISSING + ": " + many
                        + " no shape in the fonts of this document. The page, Markdown and JSON show the text whole."));
    }
}
