/** The driver for faults of connections that run through Toxiproxy. */
package dev.blackstart.driver.toxiproxy;
