package dev.blackstart.review;

import java.text.Bidi;
import java.util.Map;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Writes Arabic and Hebrew on paper: finds where text changes direction (Unicode's bidirectional algorithm), and turns it. */
final class RightToLeft implements BidiReorderer {

    private static final Map<Integer, Integer> MIRRORED = Map.of((int) '(', (int) ')', (int) ')', (int) '(', (int) '[',
            (int) ']',
            (int) ']', (int) '[', (int) '{', (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<',
            (int) '«', (int) '»', (int) '»', (int) '«');

    @Override
    public String reorderRTLTextToLTR(String text) {
        int[] characters = text.codePoints().toArray();
        StringBuilder turned = new StringBuilder(text.length());
        for (int end = characters.length; end > 0;) {
            int begin = end - 1;
            while (begin > 0 && Character.getType(characters[begin]) == Character.NON_SPACING_MARK) {
                begin--;
            }
            // a letter goes before its marks, also from the left
            for (int i = begin; i < end; i++) {
                turned.appendCodePoint(MIRRORED.getOrDefault(characters[i], characters[i]));
            }
            end = begin;
        }
        return turned.toString();
    }

    @Override
    public String shapeText(String text) {
        return ArabicShapes.join(text);
    }

    @Override
    public String deshapeText(String text) {
        return ArabicShapes.apart(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** The runs of one paragraph. */
    static final class Runs implements BidiSplitter {

        private Bidi paragraph;

        @Override
        public void setParagraph(String text, byte defaultDirection) {
            paragraph = new Bidi(text, defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return paragraph.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return new BidiTextRun(paragraph.getRunStart(run), paragraph.getRunLimit(run) - paragraph.getRunStart(run),
                    paragraph.getRunLevel(run) % 2 == 1 ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String text) {
            return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
