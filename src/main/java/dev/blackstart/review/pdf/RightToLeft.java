package dev.blackstart.review.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** Writes Arabic and Hebrew on paper: finds where text changes direction (Unicode's bidirectional algorithm), and turns it. */
final class RightToLeft implements BidiReorderer {

    private static final Map<Integer, Integer> MIRRORED = Map.of((int) '(', (int) ')', (int) ')', (int) '(', (int) '[',
            (int) ']',
            (int) ']', (int) '[', (int) '{', (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<',
            (int) '«', (int) '»', (int) '»', (int) '«');

    /** Numbers and words of the other direction inside keep theirs. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi levels = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        Integer[] runs = IntStream.range(0, levels.getRunCount()).boxed().toArray(Integer[]::new);
        byte[] depths = new byte[runs.length];
        for (int run = 0; run < runs.length; run++) {
            depths[run] = (byte) levels.getRunLevel(run);
        }
        Bidi.reorderVisually(depths, 0, runs, 0, runs.length);
        StringBuilder drawn = new StringBuilder(text.length());
        for (int run : runs) {
            String part = text.substring(levels.getRunStart(run), levels.getRunLimit(run));
            drawn.append(isRightToLeft(levels.getRunLevel(run)) ? turned(part) : part);
        }
        return drawn.toString();
    }

    private static boolean isRightToLeft(int level) {
        return level % 2 == 1;
    }

    /** A letter goes before its marks, also from the left. */
    private static String turned(String text) {
        int[] characters = text.codePoints().toArray();
        StringBuilder turned = new StringBuilder(text.length());
        for (int end = characters.length; end > 0;) {
            int begin = end - 1;
            while (begin > 0 && Character.getType(characters[begin]) == Character.NON_SPACING_MARK) {
                begin--;
            }
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

    /**
     * The runs of one paragraph. The renderer puts them side by side as they come, so what is nested in a run from right to
     * left
     * belongs to it, and is put in its place when the run is turned.
     */
    static final class Runs implements BidiSplitter {

        private final List<BidiTextRun> runs = new ArrayList<>();

        @Override
        public void setParagraph(String text, byte defaultDirection) {
            Bidi levels = new Bidi(text, defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            runs.clear();
            for (int run = 0; run < levels.getRunCount();) {
                int end = run + 1;
                while (end < levels.getRunCount() && levels.getRunLevel(run) > 0 && levels.getRunLevel(end) > 0) {
                    end++;
                }
                int start = levels.getRunStart(run);
                runs.add(new BidiTextRun(start, levels.getRunLimit(end - 1) - start, levels.getRunLevel(run) > 0 ? RTL : LTR));
                run = end;
            }
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return runs.get(run);
        }

        @Override
        public byte getBaseDirection(String text) {
            return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
