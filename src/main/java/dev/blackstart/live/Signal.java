package dev.blackstart.live;

/**
 * What goes down a stream, shared by all who get it.
 *
 * @param id the entry's place as its readers know it
 * @param json the entry; null for a mere sign of life
 */
record Signal(String id, String type, String json) {

    static final Signal HEARTBEAT = new Signal(null, null, null);
}
