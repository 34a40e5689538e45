package dev.blackstart.review;

import java.util.List;

/**
 * A page of a list that may be long: what is on it, and where it is. What nobody has asked for by a sensible number is the
 * first.
 *
 * @param name of the list: its anchor and its parameter in the address
 * @param number from 1
 */
public record ListPage<T>(String name, List<T> items, int number, int pages, int first, int total) {

    private static final int SIZE = 50;

    static <T> ListPage<T> of(String name, List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int number = Math.min(Math.max(1, wanted), pages);
        int first = (number - 1) * SIZE;
        return new ListPage<>(name, all.subList(first, Math.min(first + SIZE, all.size())), number, pages, first, all.size());
    }

    /** All of it on one page, for a document that leads nowhere. */
    static <T> ListPage<T> whole(String name, List<T> all) {
        return new ListPage<>(name, all, 1, 1, 0, all.size());
    }

    /** Whether there is more than this page. */
    public boolean isPart() {
        return pages > 1;
    }

    /** Number of its last, counted from 1. */
    public int last() {
        return first + items.size();
    }

    /** Address of the page before, or null. */
    public String previous() {
        return number > 1 ? address(number - 1) : null;
    }

    /** Address of the next page, or null. */
    public String next() {
        return number < pages ? address(number + 1) : null;
    }

    private String address(int page) {
        return "?" + name + "=" + page + "#" + name;
    }
}
