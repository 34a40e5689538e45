/** How severe what was reported is, and whether the worst becomes rarer; may use reading and figure. */
package dev.blackstart.insight.severity;
