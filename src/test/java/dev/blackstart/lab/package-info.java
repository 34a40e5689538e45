/** A small real system on this machine, for trying drills without harming anybody; see docs/lab.md. */
package dev.blackstart.lab;
