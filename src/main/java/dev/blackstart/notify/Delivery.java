package dev.blackstart.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;

/** One message on its way to one person; its id is the stable message id under which it may arrive more than once. */
@Entity
public class Delivery extends BaseEntity {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;

    /** Null for what belongs to no exercise. */
    public UUID exerciseId;

    /** What it is about: a timeline item, a contact attempt, an entry of preparation; null for what the platform tells. */
    public UUID aboutId;

    /** Person key. */
    @NotNull
    public String person;

    /** The channel's key. */
    @NotNull
    public String channel;

    @NotNull
    @Enumerated(EnumType.STRING)
    public State state = State.WAITING;

    public int tries;

    /** When it is tried next, or when a try under way is given up; null when all is said. */
    public Instant nextAt;

    public Instant sentAt;

    public String subject;

    @NotNull
    public String text;

    /** Why the last try failed, in words that name no address. */
    public String failure;

    /**
     * Channels that are left if this one fails for good, comma-separated in order of preference; null for none but the page.
     */
    public String nextChannels;

    /** Channels that failed before this one, likewise. */
    public String triedChannels;

    /** The delivery whose failure led to this one. */
    public UUID followsId;

    /** Address that a POST ends this kind of message with (RFC 8058); null where nobody subscribed to it. */
    public String unsubscribe;

    protected Delivery() {
    }

    Delivery(OutboundMessage letter, String person, String channel, List<String> nextChannels, Instant at) {
        super(UUID.randomUUID(), at);
        this.exerciseId = letter.exerciseId();
        this.aboutId = letter.aboutId();
        this.person = person;
        this.channel = channel;
        this.nextChannels = joined(nextChannels);
        this.subject = letter.subject();
        this.text = letter.text();
        this.unsubscribe = letter.unsubscribe();
        this.nextAt = letter.dry() ? null : at;
        this.state = letter.dry() ? State.DRY : State.WAITING;
    }

    /** The same message by another way, after this one has failed. */
    Delivery goesOn(String nextChannel, List<String> rest, Instant at) {
        Delivery next = new Delivery(new OutboundMessage(exerciseId, aboutId, subject, text, false, unsubscribe), person,
                nextChannel, rest,
                at);
        next.followsId = id;
        next.triedChannels = joined(tried());
        return next;
    }

    /** Where it has come. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        /** Taken back before it left: what it was about is over. */
        RECALLED,
        /** A rehearsal's: recorded, not sent. */
        DRY;

        /** Its name in the API. */
        public String key() {
            return name().toLowerCase();
        }
    }

    /** The next one of a channel that may be tried, locked, passing over those that others hold; null when none is due. */
    static Delivery claim(String channel, Instant now) {
        return Delivery.<Delivery> find("channel = ?1 and nextAt <= ?2 order by channel, nextAt", channel, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE).withHint("jakarta.persistence.lock.timeout", -2).firstResult();
    }

    /** One that has waited too long, or null: with another way left as with none, since before when. */
    static Delivery firstLate(String channel, Instant now, Instant before, Instant lastBefore) {
        return find("channel = ?1 and nextAt <= ?2 and (nextChannels is not null and createdAt < ?3 or createdAt < ?4)"
                + " order by channel, nextAt", channel, now, before, lastBefore).firstResult();
    }

    /** Those of the same message by the same way that have waited as long and have as little left, this one among them. */
    List<Delivery> alike(Instant now) {
        return Delivery
                .<Delivery> list("aboutId = ?1 and channel = ?2 and nextAt <= ?3 and createdAt <= ?4", aboutId, channel, now,
                        createdAt)
                .stream().filter(other -> Objects.equals(other.nextChannels, nextChannels)).toList();
    }

    /** Channels by which something is due. */
    static List<String> channelsDue(Instant now) {
        return getEntityManager().createQuery("select distinct d.channel from Delivery d where d.nextAt <= ?1", String.class)
                .setParameter(1, now).getResultList();
    }

    /** About one thing, by person, each one's in the order in which they were tried. */
    public static List<Delivery> about(UUID id) {
        return list("aboutId = ?1 order by person, createdAt", id);
    }

    /**
     * What was sent to somebody, the newest first; not what was recalled, and nothing of a rehearsal, which they may not know.
     *
     * @param last the last one already seen, or null
     */
    public static List<Delivery> to(String person, Delivery last, int limit) {
        String mine = "person = ?1 and state in (WAITING, SENT, FAILED)";
        String order = " order by createdAt desc, id";
        return (last == null ? Delivery.<Delivery> find(mine + order, person)
                : Delivery.<Delivery> find(mine + " and (createdAt < ?2 or createdAt = ?2 and id > ?3)" + order, person,
                        last.createdAt, last.id))
                .range(0, limit - 1).list();
    }

    void lease(Instant until) {
        tries++;
        nextAt = until;
    }

    void sent(Instant at) {
        state = State.SENT;
        sentAt = at;
        nextAt = null;
        failure = null;
    }

    /** Tried again twice as long after each failure. @param jitter around 1, so that many do not come back at once */
    Duration pause(double jitter) {
        long millis = SHORTEST.toMillis() << Math.min(Math.max(0, tries - 1), MOST_DOUBLINGS);
        return Duration.ofMillis(Math.round(millis * jitter));
    }

    void tryAgain(String why, Instant at) {
        failure = why;
        nextAt = at;
    }

    void fail(String why) {
        failure = why;
        state = State.FAILED;
        nextAt = null;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Channels still to be tried, without the page. */
    List<String> left() {
        return split(nextChannels);
    }

    /** Channels that have been tried, this one among them. */
    List<String> tried() {
        List<String> channels = new ArrayList<>(split(triedChannels));
        channels.add(channel);
        return channels;
    }

    private static List<String> split(String channels) {
        return channels == null ? List.of() : List.of(channels.split(","));
    }

    private static String joined(List<String> channels) {
        return channels.isEmpty() ? null : String.join(",", channels);
    }
}
