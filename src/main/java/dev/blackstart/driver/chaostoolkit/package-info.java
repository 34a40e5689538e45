/** The driver for experiments of Chaos Toolkit: runs their http and process activities itself, without a shell. */
package dev.blackstart.driver.chaostoolkit;
