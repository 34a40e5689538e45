package dev.blackstart.calling.correction;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.Reachability;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Person;

/** By which channels people can be reached, as the directory says now, without what was found wrong while calling. */
public final class DirectoryMeans implements Reachability {

    public static final String EMAIL = "email";
    public static final String WEBHOOK = "webhook";
    public static final String PHONE = "phone";

    private final Set<String> away;
    private final Map<String, Set<String>> wrong = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    private DirectoryMeans(Set<String> away) {
        this.away = away;
    }

    public static DirectoryMeans of(Exercise exercise) {
        return new DirectoryMeans(exercise.plan().outOfPlay().stream().map(one -> one.person()).collect(Collectors.toSet()));
    }

    public DirectoryMeans without(Collection<ContactAttempt> attempts) {
        attempts.stream().filter(one -> one.state == ContactAttempt.State.WRONG_NUMBER)
                .forEach(one -> wrong.computeIfAbsent(one.person, person -> new HashSet<>()).add(one.channel));
        return this;
    }

    @Override
    public boolean reaches(String person, String channel) {
        return known.computeIfAbsent(person, DirectoryMeans::channelsOf).contains(channel)
                && !wrong.getOrDefault(person, Set.of()).contains(channel);
    }

    @Override
    public boolean isAway(String person) {
        return away.contains(person);
    }

    /** One row's columns rather than the person: a tree of hundreds asks often. */
    private static Set<String> channelsOf(String person) {
        List<Object[]> rows = Person.getEntityManager()
                .createQuery("select p.email, p.chat, p.phone from Person p where p.key = ?1 and p.leftAt is null",
                        Object[].class)
                .setParameter(1, person).getResultList();
        Set<String> channels = new HashSet<>();
        for (Object[] row : rows) {
            add(channels, EMAIL, row[0]);
            add(channels, WEBHOOK, row[1]);
            add(channels, PHONE, row[2]);
        }
        return channels;
    }

    private static void add(Set<String> channels, String channel, Object address) {
        if (address != null && !address.toString().isBlank()) {
            channels.add(channel);
        }
    }
}
