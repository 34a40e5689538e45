package dev.blackstart.probe.sampling;

/** Whether a probe is inside its tolerance. */
public enum ProbeState {
    /** No sample yet. */
    UNKNOWN,
    INSIDE,
    OUTSIDE;

    static ProbeState of(boolean inside) {
        return inside ? INSIDE : OUTSIDE;
    }

    public String key() {
        return name().toLowerCase();
    }
}
