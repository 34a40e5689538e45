package dev.blackstart.conduct;

import java.util.UUID;

/** An item could not be released, judged or revealed; nothing of it was kept. */
class ItemFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final UUID item;

    ItemFailed(UUID item, RuntimeException cause) {
        super(cause);
        this.item = item;
    }
}
