/** The report as PDF: fonts, line breaks and writing directions. */
package dev.blackstart.review.pdf;
