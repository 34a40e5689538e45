package dev.blackstart.insight.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.blackstart.catalogue.PlanDuration;

/** Compares what people stated of lost data with the recovery point objective. */
final class DataLoss {

    private static final Pattern NOTHING = Pattern.compile("(none|no|nothing|zero|nil|0)\\b.*", Pattern.DOTALL);

    private DataLoss() {
    }

    /** Whether every statement is within the objective; null where nobody stated it, or it cannot be compared. */
    static Boolean isWithin(List<String> stated, Duration objective) {
        if (stated.isEmpty()) {
            return null;
        }
        Boolean within = Boolean.TRUE;
        for (String one : stated) {
            Boolean here = isWithin(one.strip().toLowerCase(Locale.ROOT), objective);
            if (Boolean.FALSE.equals(here)) {
                return Boolean.FALSE;
            }
            within = here == null ? null : within;
        }
        return within;
    }

    private static Boolean isWithin(String stated, Duration objective) {
        if (NOTHING.matcher(stated).matches()) {
            return Boolean.TRUE;
        }
        String length = stated.toUpperCase(Locale.ROOT);
        if (PlanDuration.isDuration(length)) {
            return new PlanDuration(length).onClock().compareTo(objective) <= 0;
        }
        return objective.isZero() ? Boolean.FALSE : null;
    }
}
