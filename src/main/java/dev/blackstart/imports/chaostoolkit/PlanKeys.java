package dev.blackstart.imports.chaostoolkit;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Names of an experiment as keys of a plan. */
final class PlanKeys {

    private static final int LONGEST = 60;

    private PlanKeys() {
    }

    /** Small letters, digits and hyphens. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String key = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = key.length() > LONGEST ? key.substring(0, LONGEST).replaceAll("-$", "") : key;
        return cut.isEmpty() ? "experiment" : cut;
    }

    static String unique(String name, Collection<String> taken) {
        String key = of(name);
        for (int i = 2; taken.contains(key); i++) {
            key = of(name) + "-" + i;
        }
        return key;
    }
}
