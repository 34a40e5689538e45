/** What was drilled, when and with which result, what never, and what to drill next; may use recovery, reading and figure. */
package dev.blackstart.insight.coverage;
