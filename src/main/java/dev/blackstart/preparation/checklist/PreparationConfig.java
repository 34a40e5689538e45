package dev.blackstart.preparation.checklist;

import java.time.LocalTime;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When people are reminded of what they prepare. */
@ConfigMapping(prefix = "blackstart.preparation")
public interface PreparationConfig {

    /** From which time of a person's day on; once a day at most. */
    @WithDefault("09:00")
    LocalTime remindAt();

    /** How many days before an item is due the first reminder goes out, as a period ({@code P2D}). */
    @WithDefault("P2D")
    Period remindBefore();
}
