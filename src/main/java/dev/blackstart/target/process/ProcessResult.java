package dev.blackstart.target.process;

import java.time.Duration;

/**
 * How a command ended; secrets are masked in its output.
 *
 * @param output what it wrote, on both its streams
 * @param cut whether it wrote more than was kept
 */
public record ProcessResult(int exit, String output, boolean cut, Duration took) {
}
