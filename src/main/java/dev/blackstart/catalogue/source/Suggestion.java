package dev.blackstart.catalogue.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody probably meant. */
public final class Suggestion {

    private static final int SHORT_LIST = 12;
    private static final int LONGEST_WORD = 64;

    private Suggestion() {
    }

    /** The candidate that is a few typing mistakes away, or null. */
    public static String nearest(String word, Collection<String> candidates) {
        if (word.isBlank() || word.length() > LONGEST_WORD) {
            return null;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return candidates.stream().filter(candidate -> isNear(lower, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.<String> comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** A sentence to append: what was probably meant, else what there is, else nothing. */
    public static String sentence(String word, Collection<String> candidates) {
        String nearest = nearest(word, candidates);
        if (nearest != null) {
            return " Did you mean '" + nearest + "'?";
        }
        return candidates.isEmpty() || candidates.size() > SHORT_LIST ? ""
                : " There is " + String.join(", ", candidates) + ".";
    }

    private static boolean isNear(String word, String candidate) {
        boolean part = word.length() > 2 && candidate.startsWith(word)
                || candidate.length() > word.length() / 2 && word.startsWith(candidate);
        return part || distance(word, candidate) <= Math.max(1, Math.min(word.length(), candidate.length()) / 3);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (Damerau, optimal string alignment). */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                cost[i][j] = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
