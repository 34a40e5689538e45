/** What an installation has that its plans may refer to, as whoever has it says; may use people and rule. */
package dev.blackstart.catalogue.known;
