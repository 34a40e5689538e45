/** What time it is: the one {@code Clock} that everything injects; uses no feature. */
package dev.blackstart.time;
