package dev.blackstart.catalogue.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A plan as somebody wrote it, and changes of its text. */
abstract class PlanTexts {

    static final String PLAN = """
            # yaml-language-server: $schema=plan.schema.json
            # What this plan is about.
            key: orders   # its name
            name: 'Orders lose their database'
            owner: "dana"
            story: >-
              Ten past ten on the
              busiest morning.
            note: |
              First line

              third line
            schedule: {duration: PT2H, zone: UTC} # in brackets
            offLimits: [payments, ledger]
            drills:
              # The first drill.
              - key: kill   # the primary
                title: Stop the primary
                targets:
                - orders-db
                - orders-api

              # The second drill.
              - key: cut
                title: Cut the link
            probes:
              - {key: a, every: PT1S}
              - {key: b, every: PT5S}  # slow
            # The end.
            """;

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static PlanText plan() {
        return PlanText.of(PLAN);
    }

    static String replaced(String old, String with) {
        assertThat(PLAN).contains(old);
        return PLAN.replace(old, with);
    }
}
