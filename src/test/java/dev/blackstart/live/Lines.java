package dev.blackstart.live;

import java.util.Map;

import dev.blackstart.testsupport.GameDay;

/** A running exercise without a story of its own, and what people write into its journal. Pete is out of play. */
final class Lines {

    private static final String REST = """
            outOfPlay: [{person: pete, reason: Away on purpose.}]
            timeline:
              - {key: hint, manual: true, message: {to: storage, channels: [in-app], text: The standby lags.}}
              - {key: end, at: PT2H, endex: {}}
            """;

    private Lines() {
    }

    static GameDay running() {
        return GameDay.running(REST);
    }

    /** Only control staff know it. */
    static GameDay hidden() {
        return GameDay.rehearsing(REST, 1);
    }

    static String path(GameDay day) {
        return "/api/exercises/" + day.id + "/journal";
    }

    /** By control staff for control staff, by others for themselves and control staff. */
    static void note(GameDay day, String person, String text) {
        day.post(person, "/notes", Map.of("text", text)).statusCode(201);
    }

    /** For everybody on the roster. */
    static void finding(GameDay day, String person, String text) {
        day.post(person, "/findings", Map.of("text", text)).statusCode(201);
    }
}
