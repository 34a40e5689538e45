package dev.blackstart.review.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a report on paper, in the order in which a character looks for its shape. Only Latin is always read; the others
 * are read when a report has characters that need them.
 */
enum PaperFont {

    /** Latin, Greek, Cyrillic. */
    LATIN("Liberation Sans", "liberation/LiberationSans-Regular.ttf"),

    /** Arabic, Hebrew, Thai, Devanagari, Georgian, Ethiopic and many others; symbols. */
    SCRIPTS("Noto Sans", "fonts/sans/NotoSansMerged-Regular.ttf"),

    /** Chinese, Japanese, Korean. */
    HAN("Droid Sans Fallback", "paper/DroidSansFallback.ttf"),

    /** Emoji, in outline. */
    EMOJI("Noto Emoji", "paper/NotoEmoji-Regular.ttf");

    private static final int LAST = 0x1FFFF;

    final String family;
    private final String resource;

    private byte[] font;
    private volatile BitSet shapes;

    PaperFont(String family, String resource) {
        this.family = family;
        this.resource = resource;
    }

    /** The font as the renderer takes it. */
    synchronized byte[] bytes() {
        if (font == null) {
            font = read(resource);
        }
        return font;
    }

    /** Whether it has a shape for this code point. */
    boolean covers(int character) {
        BitSet known = shapes;
        return (known == null ? parse() : known).get(character);
    }

    private synchronized BitSet parse() {
        if (shapes == null) {
            try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes()))) {
                CmapLookup glyphs = parsed.getUnicodeCmapLookup();
                BitSet found = new BitSet(LAST);
                for (int character = ' '; character <= LAST; character++) {
                    found.set(character, glyphs.getGlyphId(character) > 0);
                }
                shapes = found;
            } catch (IOException impossible) {
                throw new UncheckedIOException("the jar's own font " + resource + " cannot be read", impossible);
            }
        }
        return shapes;
    }

    static byte[] read(String resource) {
        try (InputStream found = open(resource)) {
            return withoutLigatures(found.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException("the jar's own font " + resource + " cannot be read", impossible);
        }
    }

    static InputStream open(String resource) {
        InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("the jar has no " + resource);
        }
        return found;
    }

    /**
     * The renderer looks for ligatures with a regular expression of its own for each piece of text, which takes most of the
     * time of a long report. In a font whose directory of tables (16 bytes each, behind 12) names no GSUB it does not look.
     */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = (font[4] & 0xff) << 8 | font[5] & 0xff;
        for (int at = 12; at < 12 + 16 * tables; at += 16) {
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[at] = 'X';
            }
        }
        return font;
    }
}
