/** How long it took to detect, acknowledge, mitigate and recover, quarter by quarter. */
package dev.blackstart.insight.metrics;
