package dev.blackstart.people;

/** What somebody may do on the whole platform, whatever exercises they are in. */
public enum PlatformRole {
    ADMIN("admin"),
    MASTER_OF_DISASTER("master-of-disaster"),
    MEMBER("member");

    private final String key;

    PlatformRole(String key) {
        this.key = key;
    }

    /** The name that tokens and the API use. */
    public String key() {
        return key;
    }

    /** Imports plans, creates exercises, sees every exercise as control staff do. */
    public boolean isMaster() {
        return this != MEMBER;
    }
}
