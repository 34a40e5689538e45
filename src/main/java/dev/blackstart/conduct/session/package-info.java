/** The facilitator's page of an exercise that is talked through: its steps with their time boxes, and the learnings. */
package dev.blackstart.conduct.session;
