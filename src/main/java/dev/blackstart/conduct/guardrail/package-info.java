/** Takes faults back when a probe with a guardrail stays outside its tolerance; may use engine. */
package dev.blackstart.conduct.guardrail;
