/** Refusals that the caller can act on, and the limits of texts; knows nothing of HTTP pages. */
package dev.blackstart.problem;
