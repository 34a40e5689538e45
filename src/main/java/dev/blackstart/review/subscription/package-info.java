/** Who hears of published reports: by mail that one click ends, in the pages, and as a feed; may use published copies. */
package dev.blackstart.review.subscription;
