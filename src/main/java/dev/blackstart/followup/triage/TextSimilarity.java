package dev.blackstart.followup.triage;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * How alike two texts are: the cosine of how often each word is in them, and more where they are about the same system. From 0
 * to 1.
 */
final class TextSimilarity {

    /** Below this, what looks alike is chance. */
    static final double WEAK = 0.2;

    /** From here on it is taken for the same thing again. */
    static final double STRONG = 0.6;

    private static final double SAME_SYSTEM = 0.25;

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> EMPTY_WORDS = Set.of("the", "and", "for", "that", "this", "with", "was", "were", "are",
            "not",
            "but", "from", "has", "had", "have", "its", "into", "our", "out", "when", "then", "than", "too", "who", "will",
            "does",
            "did", "been", "being", "they", "them", "there", "their", "what", "which", "while", "after", "before", "only",
            "also",
            "again", "still", "some", "any", "all", "can", "could", "would", "should", "one", "you", "she", "her", "his", "him",
            "nobody", "somebody", "is", "it", "in", "on", "of", "to", "at", "by", "as", "an", "or", "no", "we", "be", "do",
            "so");

    private static final CosineSimilarity COSINE = new CosineSimilarity();

    private final Map<CharSequence, Integer> words;
    private final Set<String> systems;

    /** @param systems keys of those it is about */
    TextSimilarity(String text, Collection<String> systems) {
        this.words = words(text);
        this.systems = Set.copyOf(systems);
    }

    double to(String text, Collection<String> otherSystems) {
        double shared = COSINE.cosineSimilarity(words, words(text));
        boolean sameSystem = otherSystems.stream().anyMatch(systems::contains);
        return shared == 0 ? 0 : Math.min(1, shared + (sameSystem ? SAME_SYSTEM : 0));
    }

    /** Those that are alike enough, the most alike first. */
    <T> List<Alike<T>> rank(Collection<T> candidates, Function<T, String> text, Function<T, Collection<String>> about,
            int most) {
        return candidates.stream().map(one -> new Alike<>(one, to(text.apply(one), about.apply(one))))
                .filter(one -> one.score() >= WEAK).sorted(Comparator.comparingDouble((Alike<T> one) -> -one.score()))
                .limit(most)
                .toList();
    }

    /** Something, and how alike it is. */
    record Alike<T>(T one, double score) {
    }

    /** Plural and past are the same word: what matters is a stem, roughly cut. */
    private static Map<CharSequence, Integer> words(String text) {
        Map<CharSequence, Integer> words = new HashMap<>();
        for (String word : GAP.split(text == null ? "" : text.toLowerCase(Locale.ROOT))) {
            if (word.length() > 1 && !EMPTY_WORDS.contains(word)) {
                words.merge(stem(word), 1, Integer::sum);
            }
        }
        return words;
    }

    private static String stem(String word) {
        for (String ending : List.of("ing", "ed", "es", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                String stem = word.substring(0, word.length() - ending.length());
                int last = stem.length() - 1;
                return !ending.equals("s") && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
            }
        }
        return word;
    }
}
