package dev.blackstart.exercise;

/** The checks before STARTEX ("look both ways"), in the order they are shown. */
public enum GateKey {
    APPROVALS("approvals", false),
    PREPARATION("preparation", false),
    DRILLS("drills", true),
    DRIVERS("drivers", true),
    OFF_LIMITS("off-limits", true),
    ROLES("roles", true),
    SKILLS("skills", false),
    PROBES("probes", true),
    ALERTS("alerts", false),
    BLACKOUT("blackout", true),
    INCIDENT("incident", true),
    LEVER("lever", true),
    TARGETS("targets", true),
    FALLBACK("fallback", false),
    CONTACTS("contacts", false),
    CONCERNS("concerns", false),
    PEOPLE("people", false),
    INFORMED("informed", false),
    REVERT_PROVEN("revert-proven", false);

    private final String key;

    /** Looked at again before every fault; a failure holds it. */
    public final boolean safety;

    GateKey(String key, boolean safety) {
        this.key = key;
        this.safety = safety;
    }

    public String key() {
        return key;
    }
}
