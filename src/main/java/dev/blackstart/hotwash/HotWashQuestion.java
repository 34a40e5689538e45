package dev.blackstart.hotwash;

/** What a hot wash asks. */
public enum HotWashQuestion {
    WENT_WELL("wentWell", "What went well?"),
    WENT_BADLY("wentBadly", "What went badly?"),
    LUCKY("lucky", "Where were we lucky?"),
    CONFUSING("confusing", "What was confusing?"),
    LOGISTICS("logistics", "Logistics: rooms, tools, access, food");

    private final String key;
    private final String words;

    HotWashQuestion(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name in the API and in forms. */
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }
}
