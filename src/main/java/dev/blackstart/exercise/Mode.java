package dev.blackstart.exercise;

/** For real, or the same plan dry and as fast as wanted. */
public enum Mode {
    LIVE,
    REHEARSAL;

    public String key() {
        return name().toLowerCase();
    }
}
