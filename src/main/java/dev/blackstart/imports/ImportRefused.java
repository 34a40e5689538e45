package dev.blackstart.imports;

import java.util.List;

import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.problem.Problem;
import dev.blackstart.web.Texts;

/** A file is not what its format asks for; everything that is wrong is told at once. */
public class ImportRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;

    private final transient List<Violation> violations;

    public ImportRefused(String format, List<Violation> violations) {
        super(UNPROCESSABLE, "File refused", "%s in this %s file; nothing was imported."
                .formatted(Texts.count(violations.size(), "mistake"), format));
        this.violations = List.copyOf(violations);
        with("violations", this.violations);
    }

    /** By line. */
    public List<Violation> violations() {
        return violations;
    }
}
