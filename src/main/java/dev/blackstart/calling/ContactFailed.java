package dev.blackstart.calling;

import java.util.UUID;

/** One place of a tree could not be moved on; nothing of its transaction has happened. */
public class ContactFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public final UUID contact;

    ContactFailed(UUID contact, RuntimeException cause) {
        super("contact " + contact + " failed", cause);
        this.contact = contact;
    }
}
