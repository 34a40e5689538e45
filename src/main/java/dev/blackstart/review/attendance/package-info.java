/** The chapters of the report about people: attendance, relations, who met whom; may use chapter and draft. */
package dev.blackstart.review.attendance;
