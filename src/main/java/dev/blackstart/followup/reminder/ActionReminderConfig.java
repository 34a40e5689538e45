package dev.blackstart.followup.reminder;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When people are reminded of actions. */
@ConfigMapping(prefix = "blackstart.actions")
public interface ActionReminderConfig {

    /** The day of the weekly digest, in the zone of whoever gets it. */
    @WithDefault("MONDAY")
    DayOfWeek digestDay();

    /** From which time of that day the digest is sent, and of any day an escalation; until 20:00. */
    @WithDefault("08:00")
    LocalTime remindAt();

    /** How many days an action is overdue when the leads of its owner's teams are told. */
    @WithDefault("P3D")
    Period escalateToLeadAfter();

    /** How many days an action is overdue when the Masters of Disaster are told. */
    @WithDefault("P7D")
    Period escalateToMasterAfter();
}
