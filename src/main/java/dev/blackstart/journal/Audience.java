package dev.blackstart.journal;

/**
 * Who may read an entry: exactly one of {@code control}, {@code roster}, {@code team:KEY}, {@code person:KEY}. Control staff
 * read
 * everything.
 */
public record Audience(String text) {

    public static final Audience CONTROL = new Audience("control");
    public static final Audience ROSTER = new Audience("roster");

    private static final String PERSON = "person:";

    /** Of what only a person read who was erased. */
    static final Audience ERASED = person(Journal.ERASED);

    public static Audience team(String key) {
        return new Audience("team:" + key);
    }

    public static Audience person(String key) {
        return new Audience(PERSON + key);
    }

    boolean isPerson() {
        return text.startsWith(PERSON);
    }
}
