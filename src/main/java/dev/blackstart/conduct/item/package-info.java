/** What people do with timeline items: release, hold, skip, judge, undo, add; may use engine. */
package dev.blackstart.conduct.item;
