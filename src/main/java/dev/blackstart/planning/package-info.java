/** The exercise team's own calendar: planning meetings, their tasks, and person-hours; may use calendar. */
package dev.blackstart.planning;
