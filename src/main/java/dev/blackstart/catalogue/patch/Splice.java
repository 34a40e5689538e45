package dev.blackstart.catalogue.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some characters replaced by others.
 *
 * @param from first character that goes
 * @param to first character that stays; equal to {@code from} where something is inserted
 */
record Splice(int from, int to, String with) {

    static Splice insert(int at, String text) {
        return new Splice(at, at, text);
    }

    static Splice delete(int from, int to) {
        return new Splice(from, to, "");
    }

    /** Of two that begin at the same place, the one listed first comes first. */
    static String apply(String text, List<Splice> splices) {
        List<Splice> ordered = new ArrayList<>(splices);
        ordered.sort(Comparator.comparingInt(Splice::from));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Splice one : ordered) {
            out.append(text, done, Math.max(done, one.from)).append(one.with);
            done = Math.max(done, one.to);
        }
        return out.append(text.substring(done)).toString();
    }
}
