package dev.blackstart.review.chapter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.conduct.ItemEvent;
import dev.blackstart.conduct.ItemEvent.ItemAdded;
import dev.blackstart.review.draft.ReportDraft.Decision;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportEntry;

/** What was planned against what happened, item by item. */
public final class TimelineChapter implements Chapter {

    /** Ends the key of the task that says a message. */
    private static final String SPOKEN = ".spoken";

    private final PlanDocument plan;
    private final Map<String, TimelineEntry> planned = new LinkedHashMap<>();
    private final Map<String, ItemTrace> tracks = new LinkedHashMap<>();

    /** Those that an item repeated per team was told of. */
    private final Set<String> teams = new TreeSet<>();

    public TimelineChapter(PlanDocument plan) {
        this.plan = plan;
        plan.timeline().forEach(entry -> planned.put(entry.key(), entry));
    }

    @Override
    public void read(ReportEntry told) {
        if (!(told.event() instanceof ItemEvent event) || event.item() == null) {
            return;
        }
        ItemTrace track = tracks.computeIfAbsent(event.item(), unknown -> begin(unknown, event));
        if (track != null) {
            Body body = body(event);
            if (body != null) {
                track.say(body, body.inWords(plan));
            }
            ItemTrace message = spoken(event.item());
            if (message != null) {
                track.isCopyOf(message);
            }
            track.read(told);
        }
    }

    /** The message that a controller says; null for what is no spoken copy. */
    private ItemTrace spoken(String key) {
        return key.endsWith(SPOKEN) && !planned.containsKey(key) ? tracks.get(key.substring(0, key.length() - SPOKEN.length()))
                : null;
    }

    /** What an item is about; null for one nobody has told of. */
    ItemTrace track(String key) {
        return tracks.get(key);
    }

    /**
     * Until an entry tells its body, the plan's has to do; null where neither says. What is in no plan and nobody added comes
     * of
     * an item of the plan: a message that a controller says.
     */
    private ItemTrace begin(String key, ItemEvent event) {
        TimelineEntry entry = plannedFor(key);
        Body body = entry == null ? body(event) : entry.body();
        return body == null ? null
                : new ItemTrace(key, team(key, entry), body, body.inWords(plan), entry == null ? null : at(entry),
                        entry == null && event instanceof ItemAdded);
    }

    private static Body body(ItemEvent event) {
        JsonNode source = event.body();
        return source != null && source.isObject() && !source.isEmpty() ? Body.stored(source) : null;
    }

    /** A key of one repeated per team ends in the team's. */
    private TimelineEntry plannedFor(String key) {
        TimelineEntry entry = planned.get(key);
        int dot = key.lastIndexOf('.');
        if (entry != null || dot < 0) {
            return entry;
        }
        TimelineEntry repeated = planned.get(key.substring(0, dot));
        if (repeated == null || repeated.forEach() == null) {
            return null;
        }
        teams.add(key.substring(dot + 1));
        return repeated;
    }

    /** As it happened; what did not happen stands behind it, as it was due. Of the same instant in the plan's order. */
    public List<Line> lines(boolean over) {
        return all().stream().sorted(Comparator.comparing(ItemTrace::happened, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ItemTrace::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(track -> track.line(over)).toList();
    }

    public List<Expectation> expectations(boolean over) {
        return all().stream().filter(track -> track.body() instanceof Body.Expectation).map(track -> track.expectation(over))
                .toList();
    }

    public List<Decision> decisions() {
        return tracks.values().stream().filter(track -> track.body() instanceof Body.Decision).map(ItemTrace::decision)
                .filter(Objects::nonNull).toList();
    }

    /** Drills whose revert somebody skipped. */
    public Set<String> skippedReverts() {
        return tracks.values().stream().filter(ItemTrace::isSkipped)
                .filter(track -> track.body() instanceof Body.Revert)
                .map(track -> ((Body.Revert) track.body()).drill()).collect(Collectors.toSet());
    }

    /** In the plan's order, with what never was told of; what nobody planned comes last. */
    private List<ItemTrace> all() {
        Map<String, ItemTrace> all = new LinkedHashMap<>();
        for (TimelineEntry entry : planned.values()) {
            for (String key : keys(entry)) {
                ItemTrace track = tracks.get(key);
                all.put(key,
                        track != null ? track
                                : new ItemTrace(key, team(key, entry), entry.body(), entry.body().inWords(plan), at(entry),
                                        false));
            }
        }
        tracks.forEach(all::putIfAbsent);
        return new ArrayList<>(all.values());
    }

    private List<String> keys(TimelineEntry entry) {
        return entry.forEach() == null || teams.isEmpty() ? List.of(entry.key())
                : teams.stream().map(team -> entry.key() + "." + team).toList();
    }

    /** Of one repeated per team; null for all others. */
    private static String team(String key, TimelineEntry entry) {
        return entry == null || entry.key().equals(key) ? null : key.substring(entry.key().length() + 1);
    }

    private static Duration at(TimelineEntry entry) {
        PlanDuration at = entry.at();
        return at == null ? null : at.onClock();
    }
}
