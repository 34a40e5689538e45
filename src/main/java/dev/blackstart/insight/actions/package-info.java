/** Whether corrections are done in time, whether the backlog grows, and what comes up again; may use reading and figure. */
package dev.blackstart.insight.actions;
