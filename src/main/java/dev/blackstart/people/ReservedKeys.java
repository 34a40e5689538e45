package dev.blackstart.people;

import java.util.Set;

/** Keys that no person, team or system takes: plans and journals give them a meaning of their own. */
public final class ReservedKeys {

    private static final Set<String> KEYS = Set.of("everyone", "anonymous", "blackstart", "system");

    private ReservedKeys() {
    }

    public static boolean contains(String key) {
        return KEYS.contains(key);
    }
}
