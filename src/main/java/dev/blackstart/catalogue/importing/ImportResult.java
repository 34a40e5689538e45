package dev.blackstart.catalogue.importing;

import java.util.List;

import dev.blackstart.catalogue.source.Violation;

/**
 * What an import did, or would do.
 *
 * @param revision the plan's newest now
 */
public record ImportResult(String key, int revision, List<Violation> warnings, Outcome outcome) {

    public enum Outcome {
        NEW,
        /** The same tree, perhaps in other bytes, which are kept. */
        UNCHANGED,
        CHANGED
    }
}
