/** The timeline engine: what is due is released, what failed is quarantined, what is over is ended; may use conduct. */
package dev.blackstart.conduct.engine;
