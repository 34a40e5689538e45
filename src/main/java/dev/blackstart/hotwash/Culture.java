package dev.blackstart.hotwash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.blackstart.problem.Problem;

/**
 * Seven statements on how information flows, answered from 1 (strongly disagree) to 7 (strongly agree): the Westrum
 * organisational culture scale (R. Westrum, "A typology of organisational cultures", Quality and Safety in Health Care 13,
 * 2004), as used by
 * N. Forsgren, J. Humble and G. Kim, "Accelerate", 2018.
 */
public final class Culture {

    public static final List<String> STATEMENTS = List.of("Information is actively sought.",
            "Messengers are not punished when they bring news of failures or other bad news.",
            "Responsibilities are shared.", "Collaboration across functions is encouraged and rewarded.",
            "Failure leads to inquiry.", "New ideas are welcomed.",
            "Failures are treated above all as opportunities to improve the system.");

    static final int HIGHEST = 7;

    private Culture() {
    }

    /** @param counts how many answered 1, 2, … 7 @param median with halves */
    public record Statement(String statement, int answers, double median, List<Integer> counts) {
    }

    /** @throws Problem 422 unless they are seven numbers from 1 to 7 */
    static List<Integer> checked(List<Integer> values) {
        if (values.size() != STATEMENTS.size()
                || values.stream().anyMatch(value -> value == null || value < 1 || value > HIGHEST)) {
            throw Problem.invalid("culture", "Answer all seven statements with 1 to 7, or none of them.");
        }
        return values;
    }

    /** @param values as they were checked; null where they were not answered */
    static String stored(List<Integer> values) {
        return values == null ? null : values.stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** @param stored as {@link #stored} made them */
    public static List<Statement> summed(List<String> stored) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < STATEMENTS.size(); i++) {
            int place = i;
            List<Integer> values = stored.stream().map(one -> one.charAt(place) - '0').sorted().toList();
            List<Integer> counts = new ArrayList<>();
            for (int value = 1; value <= HIGHEST; value++) {
                int wanted = value;
                counts.add((int) values.stream().filter(one -> one == wanted).count());
            }
            int middle = values.size() / 2;
            double median = values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2.0;
            statements.add(new Statement(STATEMENTS.get(i), values.size(), median, counts));
        }
        return statements;
    }
}
