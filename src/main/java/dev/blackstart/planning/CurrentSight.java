package dev.blackstart.planning;

import jakarta.enterprise.context.RequestScoped;

/** How the viewer of this request stands to the exercise its path names; set before any of its routes is entered. */
@RequestScoped
public class CurrentSight {

    private Sight sight;

    void set(Sight found) {
        sight = found;
    }

    /** @throws IllegalStateException outside the routes of an exercise */
    public Sight get() {
        if (sight == null) {
            throw new IllegalStateException("no exercise in this path");
        }
        return sight;
    }
}
