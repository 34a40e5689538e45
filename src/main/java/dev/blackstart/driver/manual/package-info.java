/** The driver for faults that people make with their own hands. */
package dev.blackstart.driver.manual;
