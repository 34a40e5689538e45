package dev.blackstart.conduct.item;

import dev.blackstart.conduct.ItemState;
import dev.blackstart.problem.IllegalTransition;

/** A check before a fault does not pass. That it is held, and why, stays in the record although the release is refused. */
class FaultHeld extends IllegalTransition {

    private static final long serialVersionUID = 1L;

    FaultHeld(ItemState state) {
        super("The checks before the fault do not pass; the journal says what to do. It", state.key(), "released",
                state.allowed());
    }
}
