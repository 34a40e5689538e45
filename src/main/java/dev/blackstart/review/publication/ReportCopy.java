package dev.blackstart.review.publication;

/**
 * A report in every form in which it is read.
 *
 * @param page what is between the head and the foot of a page
 * @param paper a whole page for paper
 */
record ReportCopy(String title, String page, String markdown, String json, String paper) {
}
