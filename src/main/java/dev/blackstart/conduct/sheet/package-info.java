/** The printed sheet for an outage of our own channels; may use conduct. */
package dev.blackstart.conduct.sheet;
