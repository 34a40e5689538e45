/** Actions that become drills of plans: the plan's text is changed in place; may use actions, defects, the catalogue. */
package dev.blackstart.followup.rehearse;
