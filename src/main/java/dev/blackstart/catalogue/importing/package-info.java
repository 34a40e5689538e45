/** Reads plans from files and requests, checks them and stores revisions; may use rule and source. */
package dev.blackstart.catalogue.importing;
