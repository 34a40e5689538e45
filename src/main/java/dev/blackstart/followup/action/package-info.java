/** Actions against defects: owners, days, and how both are written into the journal. */
package dev.blackstart.followup.action;
