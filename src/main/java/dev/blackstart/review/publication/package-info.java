/** Published reports: the signed revision as a copy for its audience, which nothing changes. */
package dev.blackstart.review.publication;
