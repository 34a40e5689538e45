/** Alerts that monitoring sends in, and when each source was last heard from; uses catalogue. */
package dev.blackstart.alerting;
