/** The report as data: what the chapters write and the formats read. */
package dev.blackstart.review.draft;
