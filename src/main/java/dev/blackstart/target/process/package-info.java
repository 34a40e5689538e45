/** Commands of one folder, run without a shell and ended with everything they started. */
package dev.blackstart.target.process;
