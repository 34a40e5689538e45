/** Wrong contact data that callers report, and who accepts the correction; may use tree. */
package dev.blackstart.calling.correction;
