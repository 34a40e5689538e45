package dev.blackstart.conduct;

import dev.blackstart.journal.ObservedEvent;

/** A finding as the journal records it: findings are above this package, their record is below it. */
public interface Observation extends ObservedEvent {

    String text();

    /** sev1 to sev4; null where nobody said it. */
    String severity();

    /** What the data of an entry contains whose finding has this severity. */
    static String dataOf(String severity) {
        return "\"severity\":\"" + severity + "\"";
    }
}
