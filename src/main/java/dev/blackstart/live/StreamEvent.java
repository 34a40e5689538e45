package dev.blackstart.live;

/**
 * What goes down a stream, shared by all who get it.
 *
 * @param id the entry's place as its readers know it; null for what has no place in the journal
 * @param type the entry's type, or what kind of piece of a page it is
 * @param text JSON or HTML; null for a mere sign of life
 */
record StreamEvent(String id, String type, String text) {

    static final StreamEvent HEARTBEAT = new StreamEvent(null, null, null);
}
