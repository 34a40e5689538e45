package dev.blackstart.experiment;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Flags of a Python expression by their letters; they hold for the whole expression, or in a group. */
record PythonFlags(Set<Character> letters) {

    static final PythonFlags NONE = new PythonFlags(Set.of());

    PythonFlags {
        letters = Set.copyOf(letters);
    }

    PythonFlags with(String on, String off) {
        Set<Character> changed = new TreeSet<>(letters);
        on.chars().forEach(letter -> changed.add((char) letter));
        off.chars().forEach(letter -> changed.remove((char) letter));
        return new PythonFlags(changed);
    }

    boolean isVerbose() {
        return letters.contains('x');
    }

    boolean isMultiline() {
        return letters.contains('m');
    }

    /** Whether letters, digits and spaces are those of ASCII. */
    boolean isAscii() {
        return letters.contains('a');
    }

    /** Java's letters, but for Unicode, which is on unless somebody asks for ASCII. */
    String java() {
        String java = java(letters.stream().filter(letter -> letter != 'u').sorted().map(String::valueOf)
                .collect(Collectors.joining()));
        return isAscii() ? java.replace("u", "") : java;
    }

    /** Java's letters for Python's; none for {@code a}. Ignoring case reaches beyond ASCII in Python. */
    static String java(String letters) {
        return letters.replace("a", "").replace("u", "U").replace("i", "iu");
    }
}
