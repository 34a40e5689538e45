package dev.blackstart.conduct.session;

import java.util.Set;

import io.quarkus.qute.TemplateExtension;

/** Which exercises are talked through and therefore led step by step. */
@TemplateExtension(namespace = "session")
final class TalkedTypes {

    private static final Set<String> TALKED = Set.of("seminar", "workshop", "tabletop", "game");

    private TalkedTypes() {
    }

    /** @param type the plan's own word; null for who may not know it */
    static boolean isTalked(String type) {
        return type != null && TALKED.contains(type);
    }
}
