package dev.blackstart.calling;

import java.util.UUID;

/** Stops everything: somebody who holds a link of ours says that this is real. Whoever conducts exercises implements it. */
public interface RealEmergency {

    /** Pauses this exercise and the person's own ones. */
    void call(UUID exerciseId, String person, String text);
}
