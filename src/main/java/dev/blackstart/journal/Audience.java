package dev.blackstart.journal;

/**
 * Who may read an entry: exactly one of {@code control}, {@code roster}, {@code team:KEY}, {@code person:KEY}. Control staff
 * read
 * everything.
 */
public record Audience(String text) {

    public static final Audience CONTROL = new Audience("control");
    public static final Audience ROSTER = new Audience("roster");

    public static Audience team(String key) {
        return new Audience("team:" + key);
    }

    public static Audience person(String key) {
        return new Audience("person:" + key);
    }
}
