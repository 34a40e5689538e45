/** The API of probes and of what they measured, for control staff; may use probe, sampling and exercise. */
package dev.blackstart.probe.page;
