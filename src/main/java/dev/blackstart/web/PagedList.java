package dev.blackstart.web;

import java.util.List;

import dev.blackstart.problem.Problem;

/**
 * A page of a list.
 *
 * @param next what to pass as {@code after} for the following page, or null at the end
 */
public record PagedList<T>(List<T> items, String next) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MOST = 1_000;

    /** Everything, where the list is short by nature. */
    public static <T> PagedList<T> whole(List<T> items) {
        return new PagedList<>(items, null);
    }

    /** @throws Problem 422 outside 1 … 1,000 */
    public static int limit(Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("limit", "limit lies between 1 and " + MOST + ".");
        }
        return asked;
    }
}
