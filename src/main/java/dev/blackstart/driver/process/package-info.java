/** The driver for faults that a command of this machine brings about. */
package dev.blackstart.driver.process;
