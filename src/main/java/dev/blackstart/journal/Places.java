package dev.blackstart.journal;

import java.util.UUID;

/** How a place in a journal is told to a reader, so that a stream goes on from there. */
public interface Places {

    /** @return the number for control staff, an opaque text for others */
    Object shown(UUID exercise, long seq, boolean control);
}
