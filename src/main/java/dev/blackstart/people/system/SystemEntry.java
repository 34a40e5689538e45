package dev.blackstart.people.system;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.database.Folded;

/** A system of the organisation, as plans and their drills name it. */
@Entity
public class SystemEntry extends BaseEntity {

    /** What of our own a system may carry; whoever breaks one of these needs another way to talk. */
    public static final List<String> CARRIES = List.of("mail", "chat", "sign-in", "blackstart");

    @NotNull
    @Column(name = "system_key")
    public String key;

    @NotNull
    public String name;

    public String site;

    public String kind;

    /** Key of a person or a team; null where nobody answers for it. */
    public String owner;

    /** Of {@link #CARRIES}, comma-separated; empty for none. */
    @NotNull
    public String carries = "";

    /** Names, addresses and networks that belong to it, a line each; empty for none. */
    @NotNull
    public String hosts = "";

    /** Other names of it, a line each; empty for none. */
    @NotNull
    public String aliases = "";

    /** No drill touches it, whatever a plan says. */
    public boolean offLimits;

    /** A service whose loss the organisation cannot bear for long. */
    public boolean indispensable;

    /** How long it bears it, as duration text; null where nobody said it. */
    public String impactTolerance;

    /** Keys of the systems that it needs, a line each; empty for none. */
    @NotNull
    public String dependsOn = "";

    /** What it is searched by, as {@link Folded} keeps it. */
    @NotNull
    public String folded = "";

    protected SystemEntry() {
    }

    public SystemEntry(String key, String name, Instant createdAt) {
        super(UUID.randomUUID(), createdAt);
        this.key = key;
        this.name = name;
        folded = Folded.lines(key, name);
    }

    public static SystemEntry byKey(String key) {
        return find("key", key).firstResult();
    }

    public static List<SystemEntry> allByKey() {
        return list("order by key");
    }

    public static List<SystemEntry> among(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("key in ?1 order by key", keys);
    }

    /** These, and all that have other names. */
    public static List<SystemEntry> amongOrAliased(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("key in ?1 or aliases <> '' or offLimits = true order by key", keys);
    }

    public List<String> hostList() {
        return hosts.lines().toList();
    }

    public List<String> aliasList() {
        return aliases.lines().toList();
    }

    public void name(Collection<String> ownHosts, Collection<String> otherNames) {
        hosts = String.join("\n", ownHosts);
        aliases = String.join("\n", otherNames);
        folded = Folded.lines(key, name + " " + aliases.replace('\n', ' '));
    }

    public List<String> carried() {
        return carries.isEmpty() ? List.of() : Arrays.asList(carries.split(","));
    }

    public void describe(String newName, String newSite, String newKind, String newOwner) {
        name = newName;
        folded = Folded.lines(key, name + " " + aliases.replace('\n', ' '));
        site = newSite;
        kind = newKind;
        owner = newOwner;
    }

    public void carry(Collection<String> what) {
        carries = String.join(",", CARRIES.stream().filter(what::contains).toList());
    }

    public List<String> dependencies() {
        return dependsOn.lines().toList();
    }

    /** @param tolerance duration text, or null @param needs keys of systems */
    public void describeService(boolean cannotBeMissed, String tolerance, Collection<String> needs) {
        indispensable = cannotBeMissed;
        impactTolerance = tolerance;
        dependsOn = String.join("\n", needs);
    }

    public void putOffLimits(boolean untouchable) {
        offLimits = untouchable;
    }
}
