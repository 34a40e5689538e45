package dev.blackstart.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.blackstart.people.SystemEntry;

/** Systems by all their names, and the hosts that belong to them, as plan and directory say together. */
public final class SystemNames {

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> offLimits;

    private record Entry(Set<String> names, Set<String> hosts, boolean offLimits) {

        static Entry of(String key, Collection<String> aliases, Collection<String> hosts, boolean offLimits) {
            Set<String> names = new LinkedHashSet<>(aliases);
            names.add(key);
            return new Entry(names, new LinkedHashSet<>(hosts), offLimits);
        }
    }

    /** Reads the directory as it is now. */
    public SystemNames(PlanDocument plan) {
        this(plan, SystemEntry.amongOrAliased(keys(plan)));
    }

    SystemNames(PlanDocument plan, List<SystemEntry> directory) {
        plan.systems().forEach(system -> entries.add(Entry.of(system.key(), system.aliases(), system.hosts(), false)));
        directory.forEach(
                system -> entries.add(Entry.of(system.key, system.aliasList(), system.hostList(), system.offLimits)));
        offLimits = Set.copyOf(plan.offLimits());
    }

    private static Set<String> keys(PlanDocument plan) {
        Set<String> keys = new LinkedHashSet<>(plan.offLimits());
        plan.systems().forEach(system -> keys.add(system.key()));
        plan.drills().forEach(drill -> keys.addAll(drill.targets()));
        return keys;
    }

    /** What belongs to a system; empty where nobody has said. */
    public List<String> hosts(String key) {
        return same(key).stream().flatMap(entry -> entry.hosts.stream()).distinct().toList();
    }

    /** Whether it is off limits by one of its names, or by a host that belongs to a system which is. */
    public boolean isOffLimits(String key) {
        if (isNamedOffLimits(key, same(key))) {
            return true;
        }
        List<String> hosts = hosts(key);
        return entries.stream().filter(entry -> !Collections.disjoint(entry.hosts, hosts))
                .anyMatch(entry -> entry.names.stream().anyMatch(name -> isNamedOffLimits(name, same(name))));
    }

    private boolean isNamedOffLimits(String key, List<Entry> same) {
        return offLimits.contains(key) || same.stream()
                .anyMatch(entry -> entry.offLimits || !Collections.disjoint(entry.names, offLimits));
    }

    /** All that share a name with it, or with one that does. */
    private List<Entry> same(String key) {
        Set<String> names = new LinkedHashSet<>(List.of(key));
        List<Entry> found = List.of();
        int before;
        do {
            before = names.size();
            found = entries.stream().filter(entry -> !Collections.disjoint(entry.names, names)).toList();
            found.forEach(entry -> names.addAll(entry.names));
        } while (names.size() > before);
        return found;
    }
}
