/** How drivers and probes reach what they touch: allowed hosts and secrets; may use the ground only. */
package dev.blackstart.target;
