package dev.blackstart.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.validation.constraints.NotNull;

import dev.blackstart.database.BaseEntity;
import dev.blackstart.database.Folded;

/** Somebody who can sign in, be on a roster and be reached. */
@Entity
public class Person extends BaseEntity {

    private static final int FEW = 3;

    @NotNull
    @Column(name = "person_key")
    public String key;

    @NotNull
    public String name;

    public String email;

    /** Where a Slack-compatible incoming webhook reaches this person; null without one. */
    public String chat;

    /** As people dial it; null where nobody knows it. */
    public String phone;

    /** Where this person's days begin; null for the exercise's zone. */
    public String zone;

    /** What this person can do, in the organisation's own words. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_skill", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "skill", nullable = false)
    public Set<String> skills = new TreeSet<>();

    @NotNull
    @Enumerated(EnumType.STRING)
    public PlatformRole platformRole;

    /** bcrypt; null where another provider signs this person in. */
    public String passwordHash;

    /** Issuer and subject at the identity provider; null where this person never signed in there. */
    public String subject;

    /** Since when the provider says so of this person's role; null where it never did. */
    public Instant roleToldAt;

    /** Counts changes of password and role: a cached credential of an older version is worth nothing. */
    public int credentialVersion;

    /** Since when they are no longer here; null while they are. The record still refers to them. */
    public Instant leftAt;

    /** What it is searched by, as {@link Folded} keeps it. */
    @NotNull
    public String folded = "";

    protected Person() {
    }

    public Person(String key, String name, String email, PlatformRole role, String passwordHash, Instant createdAt) {
        super(UUID.randomUUID(), createdAt);
        this.key = key;
        this.name = name;
        this.email = email;
        this.platformRole = role;
        this.passwordHash = passwordHash;
        fold();
    }

    public static Person byKey(String key) {
        return find("key", key).firstResult();
    }

    /** Somebody who has not left, or null. */
    public static Person present(String key) {
        return find("key = ?1 and leftAt is null", key).firstResult();
    }

    /** The key where nobody has it. */
    public static String nameOf(String key) {
        Person person = byKey(key);
        return person == null ? key : person.name;
    }

    /** Keys of other people who have not left and have this mail address, whatever its capitals; a few of many. */
    public static List<String> othersWithEmail(String email, String key) {
        return Person.<Person> find("lower(email) = ?1 and key <> ?2 and leftAt is null order by key",
                email.toLowerCase(Locale.ROOT), key).page(0, FEW).stream().map(one -> one.key).toList();
    }

    /** Everybody there is or was. */
    public static List<Person> allByKey() {
        return list("from Person p left join fetch p.skills order by p.key");
    }

    /** Everybody who has not left. */
    public static List<Person> presentByKey() {
        return list("from Person p left join fetch p.skills where p.leftAt is null order by p.key");
    }

    /** Those of these people who have left. */
    public static Set<String> leftAmong(Collection<String> keys) {
        return keys.isEmpty() ? Set.of()
                : Person.<Person> list("key in ?1 and leftAt is not null", List.copyOf(keys)).stream().map(one -> one.key)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isHere() {
        return leftAt == null;
    }

    public ContactMethods contactMethods() {
        return new ContactMethods(email, chat, phone, zone);
    }

    public void describe(String newName, Collection<String> newSkills) {
        name = newName;
        fold();
        if (!skills.equals(Set.copyOf(newSkills))) {
            skills.clear();
            skills.addAll(newSkills);
        }
    }

    /** How this person is reached from now on. */
    public void reachAt(ContactMethods contactMethods) {
        email = contactMethods.email();
        chat = contactMethods.chat();
        phone = contactMethods.phone();
        zone = contactMethods.zone();
        fold();
    }

    private void fold() {
        folded = Folded.lines(key, name, email);
    }

    /** Somebody else's role, from now on; credentials checked before are checked again. */
    public void become(PlatformRole role) {
        platformRole = role;
        credentialVersion++;
    }

    /** From now on this person, and nobody else, is whoever the identity provider calls so. */
    public void belongTo(String providerSubject) {
        subject = providerSubject;
    }

    /**
     * What the provider says of this person's role; an older word than the last is worth nothing, and of two of the same moment
     * the lesser counts.
     */
    public void beToldRole(PlatformRole role, Instant at) {
        boolean late = roleToldAt != null
                && (at.isBefore(roleToldAt) || at.equals(roleToldAt) && role.compareTo(platformRole) < 0);
        if (role != platformRole && !late) {
            roleToldAt = at;
            become(role);
        }
    }

    /** @param hash bcrypt; null for no password at all */
    public void changePassword(String hash) {
        passwordHash = hash;
        credentialVersion++;
    }

    /** Signs in no more and is not reached; whoever is signed in as them is not any longer. */
    public void leave(Instant at) {
        leftAt = at;
        passwordHash = null;
        credentialVersion++;
    }

    /** Is here again, with no password yet. */
    public void comeBack() {
        leftAt = null;
        credentialVersion++;
    }
}
