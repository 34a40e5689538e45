/** The control room: timeline, faults, log and decisions of one running exercise; may use item, reply, log and transition. */
package dev.blackstart.conduct.controlroom;
