/** A plan in words, as its approvers read it, and what differs between two of its revisions. */
package dev.blackstart.catalogue.reading;
