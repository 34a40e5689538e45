/** How many took part, which teams met, and whom call trees reached; may use reading and figure. */
package dev.blackstart.insight.participation;
