package dev.blackstart.calendar;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/**
 * What a feed last told of an entry, so that its number rises when its reader saw it change, and never for what they did not.
 */
@Entity
public class PublishedEntry extends BaseEntity {

    @NotNull
    public UUID feedId;

    @NotNull
    public UUID uid;

    @NotNull
    public String fingerprint;

    public int sequence;

    @NotNull
    public Instant toldAt;

    protected PublishedEntry() {
    }

    PublishedEntry(CalendarFeed feed, UUID uid, String fingerprint, Instant at) {
        super(UUID.randomUUID(), at);
        this.feedId = feed.id;
        this.uid = uid;
        this.fingerprint = fingerprint;
        this.toldAt = at;
    }

    static Map<UUID, PublishedEntry> by(CalendarFeed feed) {
        Map<UUID, PublishedEntry> told = new HashMap<>();
        PublishedEntry.<PublishedEntry> list("feedId", feed.id).forEach(entry -> told.put(entry.uid, entry));
        return told;
    }

    void tell(String what, Instant at) {
        if (!fingerprint.equals(what)) {
            fingerprint = what;
            sequence++;
            toldAt = at;
        }
    }
}
