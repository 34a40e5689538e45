/** Drills and faults as they are shown, and the preview; may use drills. */
package dev.blackstart.drills.view;
