/** The driver for faults in a Kubernetes cluster. */
package dev.blackstart.driver.kubernetes;
