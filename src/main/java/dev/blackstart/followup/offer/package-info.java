/** Defects offered to the owners of similar systems, so that one finding counts more than once; may use triage, notify. */
package dev.blackstart.followup.offer;
