package dev.blackstart.findings;

/** What was made of a finding. */
public enum TriageState {
    /** Nobody has looked at it yet. */
    NEW,
    /** It shows a latent defect. */
    CONFIRMED,
    /** Good to know, nothing to mend. */
    NOTED,
    DISMISSED;

    /** Its name in the API. */
    public String key() {
        return name().toLowerCase();
    }
}
