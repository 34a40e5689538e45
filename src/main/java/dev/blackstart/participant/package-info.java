/** The player's pages and phone queue; may use findings, conduct, calling and what lies below. */
package dev.blackstart.participant;
