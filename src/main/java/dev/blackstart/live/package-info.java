/** The journal as each person may read it, page by page and live; only observes, nothing depends on it. */
package dev.blackstart.live;
