/** Open streams of one exercise: who listens, what each may read, and what they missed. */
package dev.blackstart.live.stream;
