/** What injects faults and reverts them: one interface, one subpackage per driver, found by CDI; may use target. */
package dev.blackstart.driver;
