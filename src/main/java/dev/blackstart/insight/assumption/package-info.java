/** Assumptions and failure modes across plans, each with what last showed it; may use reading and figure. */
package dev.blackstart.insight.assumption;
