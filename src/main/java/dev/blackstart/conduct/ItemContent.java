package dev.blackstart.conduct;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.database.BaseEntity;

/** What the plan, or a controller, wrote into a timeline item: what happens, and what it waits for. */
@MappedSuperclass
public abstract class ItemContent extends BaseEntity {

    /** The body's kind, the plan's own word. */
    @NotNull
    public String kind;

    /** The plan's own object, of one field. */
    @NotNull
    public String body;

    /** The plan's condition on other items, or null. */
    public String after;

    @Transient
    private Body parsed;

    protected ItemContent() {
    }

    protected ItemContent(UUID id, ObjectNode body, TimelineEntry.After after, Instant at) {
        super(id, at);
        this.kind = body.fieldNames().next();
        this.body = body.toString();
        this.after = after == null ? null : StoredJson.written(after);
    }

    public Body body() {
        if (parsed == null) {
            parsed = Body.stored(source());
        }
        return parsed;
    }

    public JsonNode source() {
        return StoredJson.read(body);
    }

    /** The condition as a tree; null without one. */
    JsonNode condition() {
        return after == null ? null : StoredJson.read(after);
    }

    /** @throws IllegalStateException where it cannot be read */
    public TimelineEntry.After after() {
        return after == null ? null : StoredJson.read(after, TimelineEntry.After.class);
    }
}
