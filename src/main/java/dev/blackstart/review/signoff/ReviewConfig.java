package dev.blackstart.review.signoff;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a review is due, and when its people are reminded. */
@ConfigMapping(prefix = "blackstart.review")
public interface ReviewConfig {

    /** How many days from Monday to Friday after ENDEX a review is due. */
    @WithDefault("5")
    int workingDays();

    /** How long before it is due the first reminder is sent. */
    @WithDefault("P1D")
    Duration remindBefore();

    /** How long after a reminder the next one is sent while a review is overdue. */
    @WithDefault("P3D")
    Duration remindEvery();

    /** How long after it was due reminders end. */
    @WithDefault("P30D")
    Duration remindUntil();
}
