package dev.blackstart.probe.sampling;

import java.util.Collection;
import java.util.UUID;

/** Ended exercises whose probes are still needed. Asked every second, in a transaction. */
public interface MeasuredAfterEnd {

    Collection<UUID> exercises();
}
