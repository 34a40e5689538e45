package dev.blackstart.calling;

import dev.blackstart.journal.JournalEvent;

/** Everybody who was contacted hears that it is over. @param people how many */
public record ContactsStoodDown(int people) implements JournalEvent {

    public static final String TYPE = "contacts-stood-down";
}
