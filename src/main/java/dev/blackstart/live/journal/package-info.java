/** The journal as one person may read it, entry by entry and page by page. */
package dev.blackstart.live.journal;
