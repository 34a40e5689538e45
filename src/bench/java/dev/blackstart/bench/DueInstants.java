package dev.blackstart.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What an exercise's timeline and journal say of its faults. */
final class DueInstants {

    private DueInstants() {
    }

    /** By item. */
    static Map<String, Instant> of(Api api, String exercise) {
        Map<String, Instant> due = new HashMap<>();
        for (JsonNode item : api.get("dana", "/api/exercises/" + exercise + "/timeline").get("items")) {
            due.put(item.get("key").asText(), Instant.parse(item.get("dueAt").asText()));
        }
        return due;
    }

    /** The journal entry of each injection's end, by drill. */
    static Map<String, JsonNode> outcomes(Api api, String exercise) {
        Map<String, JsonNode> outcomes = new HashMap<>();
        String after = "0";
        while (true) {
            JsonNode page = api.get("dana", "/api/exercises/" + exercise + "/journal?limit=1000&after=" + after);
            if (page.get("entries").isEmpty()) {
                return outcomes;
            }
            for (JsonNode entry : page.get("entries")) {
                if (entry.get("type").asText().equals("driver-called")
                        && entry.get("data").get("action").asText().equals("inject")) {
                    outcomes.put(entry.get("data").get("drill").asText(), entry);
                }
            }
            after = page.get("next").asText();
        }
    }
}
