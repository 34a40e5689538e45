/** Who or what notices failures first; may use reading and figure. */
package dev.blackstart.insight.detection;
