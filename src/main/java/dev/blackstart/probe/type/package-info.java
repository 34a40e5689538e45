/** How each type of probe measures; may use probe and target. */
package dev.blackstart.probe.type;
