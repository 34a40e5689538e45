package dev.blackstart.review.signoff;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.problem.Problem;

/** What a moderator sees to, before, during and after the meeting. */
public enum ReviewStep {
    DOCUMENT("document", "Before: the report was read by everybody, and its open questions are marked."),
    INVITED("invited", "Before: people who saw something different are invited, newcomers too."),
    GROUND_RULES("ground-rules", "Said aloud: nobody is judged; what people did made sense to them at the time."),
    LISTEN("listen", "The person closest to the work speaks first, the most senior one last."),
    FORWARD("forward", "The story is told forward, in the order in which people learned things."),
    WHY("why", "Each decision was asked: what did you see, what did you expect, why did it make sense?"),
    DISSENT("dissent", "Differing accounts are written down side by side, not settled by vote."),
    COUNTERMEASURES("countermeasures", "Countermeasures are mechanisms, each with one owner, a day and a proof; at most five."),
    SIMILAR("similar", "Asked of each: would it prevent a similar event, not only this one?"),
    THANKS("thanks", "Those who found something are thanked by name."),
    TIME("time", "The time spent is recorded.");

    private final String key;
    private final String words;

    ReviewStep(String key, String words) {
        this.key = key;
        this.words = words;
    }

    public String key() {
        return key;
    }

    public String words() {
        return words;
    }

    /** @throws Problem 422 for a word that is none */
    static List<String> checked(List<String> keys) {
        List<String> known = Arrays.stream(values()).map(ReviewStep::key).toList();
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(unknown -> {
            throw Problem.invalid("checked", "checked holds any of %s.".formatted(String.join(", ", known)));
        });
        return keys.stream().distinct().toList();
    }
}
