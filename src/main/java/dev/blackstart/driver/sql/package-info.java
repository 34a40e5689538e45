/** The driver for faults that an SQL statement brings about. */
package dev.blackstart.driver.sql;
