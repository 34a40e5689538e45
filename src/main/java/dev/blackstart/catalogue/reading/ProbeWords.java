package dev.blackstart.catalogue.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;

/** What a probe measures, how often, and what is inside its tolerance. */
public record ProbeWords(String key, String measures, List<Fact> facts) {

    static ProbeWords of(JsonNode probe, PlanDocument plan) {
        Fact.Facts facts = new Fact.Facts();
        String type = probe.path("type").asText();
        switch (type) {
            case "http" -> facts.code("Asks", probe.path("method").asText("GET") + " " + probe.path("url").asText());
            case "tcp" -> facts.code("Connects to", probe.path("host").asText() + ":" + probe.path("port").asText());
            case "process" -> facts.code("Runs the command", ActionWords.joined(probe.path("command"), " "));
            default -> facts.code("Asks", probe.path("query").asText())
                    .code("Of", probe.path("datasource").asText(probe.path("url").asText()));
        }
        String key = probe.path("key").asText();
        facts.add("Every", ActionWords.length(probe.path("every")));
        facts.add("Good when", tolerance(probe.path("tolerance")));
        JsonNode guardrail = probe.path("guardrail");
        facts.add("Guardrail", guardrail.isMissingNode() ? null
                : "outside for " + ActionWords.length(guardrail.path("for")) + ": " + then(guardrail.path("then").asText()));
        facts.add("Used by", usedBy(key, plan));
        return new ProbeWords(key, type, facts.all());
    }

    private static String then(String then) {
        return then.equals("abort") ? "the exercise is aborted"
                : "all active faults are reverted, then the exercise is paused";
    }

    private static String tolerance(JsonNode tolerance) {
        List<String> parts = new ArrayList<>();
        tolerance.properties().forEach(part -> {
            JsonNode value = part.getValue();
            parts.add(switch (part.getKey()) {
                case "status" -> "the status is " + ActionWords.joined(value, " or ");
                case "within" -> "the answer comes within " + ActionWords.length(value);
                case "body" -> "the answer matches " + value.asText();
                case "jsonPath" -> "at " + value.asText() + " there is a value";
                case "value" -> "the value is " + value.asText();
                case "range" -> "the value is between " + value.path(0).asText() + " and " + value.path(1).asText();
                default -> part.getKey() + ": " + ActionWords.text(value);
            });
        });
        return String.join(", and ", parts);
    }

    /** Titles of the drills whose revert asks it. */
    private static String usedBy(String key, PlanDocument plan) {
        return String.join(", ", plan.drills().stream()
                .filter(drill -> drill.revert() != null && Stream.of("/onlyIf", "/verify/probe")
                        .anyMatch(path -> drill.revert().at(path).asText().equals(key)))
                .map(drill -> "the revert of “" + drill.title() + "”").toList());
    }
}
