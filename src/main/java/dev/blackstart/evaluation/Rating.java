package dev.blackstart.evaluation;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.problem.Problem;

/** How an objective was shown: HSEEP's four ratings, never averaged, and one for what did not come about. */
public enum Rating {
    P("P", "Performed", "Done as it should be."),
    S("S", "Some challenges", "Done; a few things got in the way."),
    M("M", "Major challenges", "Done, but late, by luck, or with harm."),
    U("U", "Unable", "It could not be done."),
    NOT_EXERCISED("not-exercised", "Not exercised", "Nothing in the exercise tested it.");

    private final String key;
    public final String words;
    public final String help;

    Rating(String key, String words, String help) {
        this.key = key;
        this.words = words;
        this.help = help;
    }

    /** Its name in the API. */
    public String key() {
        return key;
    }

    /** What went wrong is worth a sentence: the report begins with it. */
    public boolean needsSentence() {
        return this == M || this == U;
    }

    /** @throws Problem 422 that lists what there is */
    static Rating of(String word) {
        List<String> keys = Arrays.stream(values()).map(Rating::key).toList();
        return Arrays.stream(values()).filter(rating -> rating.key.equals(word)).findFirst()
                .orElseThrow(() -> Problem.invalid("rating", "rating is one of " + String.join(", ", keys) + "."));
    }
}
