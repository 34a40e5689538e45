package dev.blackstart.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Words as the library finds them: in any script, without capitals, accents, English plurals and endings, so that "failed"
 * finds
 * "failing". Databases stem in different ways; here every database gets the same words.
 */
final class Words {

    /** Longer ones are cut: nobody types them. */
    static final int LONGEST = 40;

    private static final int MOST_COUNTED = 5_000;

    /** How much more a word in a title counts. */
    private static final int TITLE = 4;

    /** Of the formula of Okapi BM25 (Robertson and Zaragoza, 2009), with an average length that does not change. */
    private static final double SATURATION = 1.2;
    private static final double BY_LENGTH = 0.75;
    private static final double AVERAGE_LENGTH = 60;
    private static final double SCALE = 100;

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream bare = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            return new TokenStreamComponents(words,
                    new PorterStemFilter(new StopFilter(bare, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
        }
    };

    private Words() {
    }

    /** @param start index of its first character in the text @param end index behind its last one */
    record Word(String term, int start, int end) {
    }

    /** In the order of the text. */
    static List<Word> in(String text) {
        List<Word> found = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (found.size() < MOST_COUNTED && stream.incrementToken()) {
                found.add(new Word(cut(term.toString()), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    static Set<String> terms(String text) {
        return in(text).stream().map(Word::term).collect(Collectors.toSet());
    }

    /**
     * How much a document is about each of its words: the part of Okapi BM25 that does not depend on other documents, as a
     * whole
     * number from 1 to 220.
     */
    static Map<String, Integer> weights(String title, String text) {
        Map<String, Integer> counts = new HashMap<>();
        List<Word> body = in(text);
        body.forEach(word -> counts.merge(word.term(), 1, Integer::sum));
        in(title).forEach(word -> counts.merge(word.term(), TITLE, Integer::sum));
        double norm = SATURATION * (1 - BY_LENGTH + BY_LENGTH * body.size() / AVERAGE_LENGTH);
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> Math.max(1, (int) Math.round(SCALE * one.getValue() * (SATURATION + 1) / (one.getValue() + norm)))));
    }

    private static String cut(String term) {
        return term.length() <= LONGEST ? term : term.substring(0, LONGEST);
    }
}
