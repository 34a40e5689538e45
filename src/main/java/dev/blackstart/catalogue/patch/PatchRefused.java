package dev.blackstart.catalogue.patch;

import dev.blackstart.problem.Problem;

/** A text cannot be changed as asked; nothing was changed. */
public class PatchRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private static final int UNPROCESSABLE = 422;

    PatchRefused(String pointer, String detail) {
        super(UNPROCESSABLE, "Text not changed", detail);
        with("pointer", pointer);
    }
}
