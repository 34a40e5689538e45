/** Journal entries as lines of the log; may use engine and item. */
package dev.blackstart.conduct.log;
