/** The driver for faults that a request brings about. */
package dev.blackstart.driver.http;
