package dev.blackstart.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.people.Person;

/** Takes messages in the transaction of the change that sends them; they leave after it, by the first channel that reaches. */
@ApplicationScoped
public class Outbox {

    /** Channels that reach people who have no page open, in order of preference. */
    public static final List<String> OUTSIDE = List.of("webhook", "email");

    private static final String RECALL = "state = :recalled, nextAt = null, version = version + 1 where state = :waiting and ";

    private final Map<String, Channel> channels = new TreeMap<>();
    private final Event<Posted> posted;

    Outbox(Instance<Channel> found, Event<Posted> posted) {
        found.forEach(channel -> channels.put(channel.key(), channel));
        this.posted = posted;
    }

    /** Fired inside the transaction; observe it after success. @param channels by which something has to travel */
    record Posted(Set<String> channels) {
    }

    /**
     * None of the channels to these people worked; the message stands in their pages. Fired inside the transaction that gives
     * up,
     * before it touches anything else, so that whoever observes it may take a lock and write it down exactly once.
     *
     * @param exerciseId null for what belongs to no exercise
     * @param aboutId null for what the platform told by itself
     * @param people person keys
     * @param channels what was tried, in order
     * @param why in words that name no address
     */
    public record Unreached(UUID exerciseId, UUID aboutId, List<String> people, List<String> channels, String why) {
    }

    /**
     * One delivery per person; an address that several of them share gets the letter once, and the others find it in the page.
     *
     * @param by channels in order of preference; what is not available, or fails, falls to the next and at last to the page
     */
    public void post(OutboundMessage letter, Collection<String> people, List<String> by, Instant at) {
        Set<String> travelling = new TreeSet<>();
        boolean pageOnly = by.isEmpty() || by.get(0).equals(InAppChannel.KEY);
        Map<String, Person> known = known(people);
        Set<String> addresses = new HashSet<>();
        for (String key : people) {
            List<String> reaching = pageOnly ? List.of() : reaching(by, known.get(key));
            if (!reaching.isEmpty()
                    && !channels.get(reaching.get(0)).address(known.get(key)).map(addresses::add).orElse(true)) {
                reaching = List.of();
            }
            Delivery delivery = reaching.isEmpty() ? new Delivery(letter, key, InAppChannel.KEY, List.of(), at)
                    : new Delivery(letter, key, reaching.get(0), reaching.subList(1, reaching.size()), at);
            if (hasLeft(known.get(key)) && delivery.isWaiting()) {
                delivery.fail("This person has left the organisation.");
            }
            leave(delivery, at);
            if (delivery.isWaiting()) {
                travelling.add(delivery.channel);
            }
        }
        if (!travelling.isEmpty()) {
            posted.fire(new Posted(travelling));
        }
    }

    /**
     * One delivery per person and channel, so that a channel that hangs delays no other; whom none reaches finds it in the
     * page, once.
     */
    public void postByEach(OutboundMessage letter, Collection<String> people, List<String> by, Instant at) {
        Map<String, Person> known = known(people);
        for (String channel : by) {
            post(letter, people.stream().filter(key -> !reaching(List.of(channel), known.get(key)).isEmpty()).toList(),
                    List.of(channel), at);
        }
        post(letter, people.stream().filter(key -> reaching(by, known.get(key)).isEmpty()).toList(), List.of(), at);
    }

    private static boolean hasLeft(Person person) {
        return person != null && !person.isHere();
    }

    /** What failed for good goes on by the next channel that reaches, or stands in the page. */
    void goOn(Delivery failed, Instant at) {
        List<String> reaching = reaching(failed.left(), Person.byKey(failed.person));
        Delivery next = reaching.isEmpty() ? failed.goesOn(InAppChannel.KEY, List.of(), at)
                : failed.goesOn(reaching.get(0), reaching.subList(1, reaching.size()), at);
        leave(next, at);
        if (next.isWaiting()) {
            posted.fire(new Posted(Set.of(next.channel)));
        }
    }

    private void leave(Delivery delivery, Instant at) {
        if (delivery.isWaiting() && channels.get(delivery.channel).arrivesByItself()) {
            delivery.sent(at);
        }
        delivery.persist();
    }

    /** What is still waiting and about this does not leave any more. Needs a transaction. */
    public void recall(UUID aboutId) {
        Delivery.update(RECALL + "aboutId = :of", of(aboutId));
    }

    /** Likewise, and in one step however many there are: each would look through everything that the transaction holds. */
    public void recall(Collection<UUID> aboutIds) {
        if (!aboutIds.isEmpty()) {
            Delivery.update(RECALL + "aboutId in :of", of(aboutIds));
        }
    }

    /** What is still waiting and about something in this exercise does not leave any more; what the platform tells does. */
    public void recallAll(UUID exerciseId) {
        Delivery.update(RECALL + "exerciseId = :of and aboutId is not null", of(exerciseId));
    }

    private static Map<String, Object> of(Object about) {
        return Map.of("recalled", Delivery.State.RECALLED, "waiting", Delivery.State.WAITING, "of", about);
    }

    /** Keys of the channels by which this installation reaches somebody outside its own pages. */
    public List<String> channelsTo(Person person) {
        return reaching(channels.keySet().stream().filter(key -> !key.equals(InAppChannel.KEY)).toList(), person);
    }

    /** Those of the channels that reach, in order, as far as the page, which always does. */
    private List<String> reaching(List<String> by, Person person) {
        return person == null || !person.isHere() ? List.of()
                : by.stream().takeWhile(key -> !key.equals(InAppChannel.KEY))
                        .filter(key -> channels.containsKey(key) && channels.get(key).reaches(person)).toList();
    }

    private static Map<String, Person> known(Collection<String> keys) {
        Map<String, Person> known = new HashMap<>();
        List<Person> found = keys.size() == 1 ? Person.list("key", keys.iterator().next())
                : Person.list("key in ?1", List.copyOf(keys));
        found.forEach(person -> known.put(person.key, person));
        return known;
    }

    Channel channel(String key) {
        return channels.get(key);
    }

    Collection<Channel> channels() {
        return channels.values();
    }
}
