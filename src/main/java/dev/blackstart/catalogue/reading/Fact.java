package dev.blackstart.catalogue.reading;

import java.util.ArrayList;
import java.util.List;

/** A labelled part of a plan. @param code whether it is a command, an address or a query */
public record Fact(String label, String text, boolean code) {

    static Fact of(String label, String text) {
        return new Fact(label, text, false);
    }

    static Fact code(String label, String text) {
        return new Fact(label, text, true);
    }

    /** Collects facts; what a plan leaves out is left out. */
    static final class Facts {

        private final List<Fact> facts = new ArrayList<>();

        Facts add(String label, String text) {
            if (text != null && !text.isBlank()) {
                facts.add(Fact.of(label, text));
            }
            return this;
        }

        Facts code(String label, String text) {
            if (text != null && !text.isBlank()) {
                facts.add(Fact.code(label, text));
            }
            return this;
        }

        Facts addAll(List<Fact> more) {
            facts.addAll(more);
            return this;
        }

        List<Fact> all() {
            return List.copyOf(facts);
        }
    }
}
