/** The append-only record: entries, hash chain, audiences; uses no feature. */
package dev.blackstart.journal;
