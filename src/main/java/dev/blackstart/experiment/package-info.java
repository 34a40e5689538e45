/** Chaos Toolkit experiments: what they say, whether they are valid, and their texts; may use catalogue. */
package dev.blackstart.experiment;
