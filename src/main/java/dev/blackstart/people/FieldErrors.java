package dev.blackstart.people;

import java.util.ArrayList;
import java.util.List;

import dev.blackstart.problem.Problem;

/** What is wrong with an entry of the directory, field by field: all of it at once, for a form as for a row of a file. */
public final class FieldErrors {

    private final List<Flaw> found = new ArrayList<>();
    private final List<Flaw> warnings = new ArrayList<>();

    /** @param message one sentence that says what to write instead */
    public record Flaw(String field, String message) {
    }

    public void add(String field, String message) {
        found.add(new Flaw(field, message));
    }

    /** Something that looks wrong and is kept all the same. @param message one sentence that says what to write instead */
    public void warn(String field, String message) {
        warnings.add(new Flaw(field, message));
    }

    public List<Flaw> warnings() {
        return List.copyOf(warnings);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Flaw> all() {
        return List.copyOf(found);
    }

    /** @throws Problem 422 that names the first field and tells the others as {@code violations} */
    public void refuse() {
        if (!found.isEmpty()) {
            Flaw first = found.get(0);
            throw Problem.invalid(first.field(), first.message()).with("violations", all());
        }
    }
}
