package dev.blackstart.directory.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.system.SystemEntry;

/** Systems as entries of the directory. */
@ApplicationScoped
public class SystemsKind implements RemovableType<SystemFacts> {

    @Override
    public String name() {
        return "systems";
    }

    @Override
    public DirectoryChange.Kind recorded() {
        return DirectoryChange.Kind.SYSTEM;
    }

    @Override
    public List<String> columns() {
        return List.of("key", "name", "site", "kind", "owner", "carries", "hosts", "aliases", "offLimits",
                "indispensable", "impactTolerance", "dependsOn");
    }

    @Override
    public SystemFacts one(String key) {
        SystemEntry system = SystemEntry.byKey(key);
        return system == null ? null : SystemFacts.of(system);
    }

    @Override
    public Map<String, SystemFacts> these(Collection<String> keys) {
        return facts(SystemEntry.among(keys));
    }

    @Override
    public Map<String, SystemFacts> all() {
        return facts(SystemEntry.allByKey());
    }

    private static Map<String, SystemFacts> facts(List<SystemEntry> systems) {
        return EntryType.byKey(systems, SystemFacts::of);
    }

    @Override
    public SystemFacts merge(String key, SystemFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        return SystemFacts.merge(key, before, fields, world, flaws);
    }

    @Override
    public void save(SystemFacts before, SystemFacts after, Instant at) {
        SystemEntry system = before == null ? new SystemEntry(after.key(), after.name(), at) : SystemEntry.byKey(after.key());
        system.describe(after.name(), after.site(), after.kind(), after.owner());
        system.carry(after.carries());
        system.name(after.hosts(), after.aliases());
        system.putOffLimits(after.offLimits());
        system.describeService(after.indispensable(), after.impactTolerance(), after.dependsOn());
        system.persist();
    }

    @Override
    public void remove(String key) {
        SystemEntry.byKey(key).delete();
    }

    @Override
    public Map<String, Object> cells(SystemFacts facts, boolean secrets) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("key", facts.key());
        cells.put("name", facts.name());
        cells.put("site", facts.site());
        cells.put("kind", facts.kind());
        cells.put("owner", facts.owner());
        cells.put("carries", facts.carries());
        cells.put("hosts", facts.hosts());
        cells.put("aliases", facts.aliases());
        cells.put("offLimits", facts.offLimits() ? "yes" : "no");
        cells.put("indispensable", facts.indispensable() ? "yes" : "no");
        cells.put("impactTolerance", facts.impactTolerance());
        cells.put("dependsOn", facts.dependsOn());
        return cells;
    }
}
