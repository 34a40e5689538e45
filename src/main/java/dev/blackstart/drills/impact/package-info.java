/** What a drill did to users and customers, and failure modes as observed beside what was designed. */
package dev.blackstart.drills.impact;
