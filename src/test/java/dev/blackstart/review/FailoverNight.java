package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.hotwash.HotWashView;
import dev.blackstart.journal.WrittenJournal;
import dev.blackstart.review.draft.Background;
import dev.blackstart.review.draft.FollowupDraft;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Seat;
import dev.blackstart.review.draft.ReportFacts;

/** A small exercise that the tests of the report tell of: its plan, its people, its journal. */
public final class FailoverNight {

    public static final Instant STARTEX = Instant.parse("2027-03-09T09:00:00Z");

    private static final String PLAN = """
            {"key": "failover", "name": "Orders loses its primary", "type": "functional", "intensity": 2,
             "environment": "staging", "owner": "dana", "team": "storage",
             "objectives": [{"key": "writes", "text": "Orders writes again", "target": "PT5M"}, {"key": "told", "text": "Told"}],
             "schedule": {"zone": "Europe/Berlin"},
             "outOfPlay": [{"person": "pete", "reason": "away on purpose"}],
             "drills": [
               {"key": "kill", "title": "Kill the primary", "kind": "database-failover", "owner": "dana", "targets": ["db"],
                "maxDuration": "PT20M"},
               {"key": "cut", "title": "Cut the link", "kind": "network-cut", "owner": "dana"}],
             "timeline": [
               {"key": "open", "at": "PT0M", "message": {"to": "everyone", "subject": "It begins", "text": "Play."}},
               {"key": "fault", "at": "PT10M", "drill": "kill"},
               {"key": "noticed", "after": {"item": "fault"}, "expectation": {"of": "storage", "text": "Sees it", "within": "PT5M"}},
               {"key": "say", "manual": true, "forEach": "teams", "expectation": {"of": "everyone", "text": "Says so"}},
               {"key": "go-on", "at": "PT30M", "decision": {"text": "Go on?", "options": ["go", "no-go"]}},
               {"key": "back", "at": "PT45M", "revert": "kill"},
               {"key": "end", "at": "PT60M", "endex": {}}]}
            """;

    private FailoverNight() {
    }

    public static PlanDocument plan() {
        try {
            return new ObjectMapper().readValue(PLAN, PlanDocument.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** A journal that has come to STARTEX. */
    public static WrittenJournal begun() {
        return new WrittenJournal(STARTEX).at("PT0S").entry("exercise-scheduled", "dana", "{}")
                .entry("startex", "dana", "{}");
    }

    public static ReportFacts facts(Duration sinceStartex) {
        return facts(sinceStartex, 1);
    }

    public static ReportFacts facts(Duration sinceStartex, int speed) {
        return new ReportFacts(UUID.fromString("00000000-0000-4000-8000-000000000001"), 3, speed == 1 ? "live" : "rehearsal",
                speed,
                "Europe/Berlin", STARTEX.minusSeconds(30),
                List.of(new Seat("dana", "director", null, null), new Seat("pia", "player", null, null)), FollowupDraft.NONE,
                Map.of(), HotWashView.NOTHING, Background.NONE,
                STARTEX.plus(sinceStartex));
    }

    public static ReportDraft draft(WrittenJournal journal, String sinceStartex) {
        return ReportWriter.draft(plan(), facts(Duration.parse(sinceStartex)), journal.entries());
    }
}
