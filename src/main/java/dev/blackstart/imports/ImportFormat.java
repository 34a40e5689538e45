package dev.blackstart.imports;

/** A format of another tool. A subpackage each; being a bean is all it takes to be found. */
public interface ImportFormat {

    /** As {@code ?format=} names it. */
    String key();

    /** As people call it. */
    String name();

    /** Whether a file is probably of this format; at most one format says so of a file. Never throws. */
    boolean recognises(ImportedFile file);

    /**
     * What the file says, in our words. Changes nothing.
     *
     * @throws ImportRefused with everything that is wrong with the file
     */
    Conversion convert(ImportedFile file, PlanAuthor author);
}
