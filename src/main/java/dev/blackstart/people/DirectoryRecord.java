package dev.blackstart.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.codec.digest.DigestUtils;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.people.DirectoryChange.Kind;

/** Writes down who changed what in the directory, in the transaction of the change. */
@ApplicationScoped
public class DirectoryRecord {

    private static final int MARK_LENGTH = 6;

    private final ObjectMapper mapper;

    DirectoryRecord(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Keeps what differs; nothing where nothing does.
     *
     * @param entry key or id
     * @param before null for a new entry @param after null for one that is gone; both without secrets
     */
    public void tell(Kind kind, String entry, String verb, Map<String, ?> before, Map<String, ?> after, String actor,
            Instant at) {
        Map<String, Object> was = differing(before, after);
        Map<String, Object> is = differing(after, before);
        if (before == null || after == null || !was.isEmpty() || !is.isEmpty()) {
            new DirectoryChange(kind, entry, verb, actor, before == null ? null : json(was), after == null ? null : json(is),
                    at).persist();
        }
    }

    /** Somebody's contact methods changed; the chat address is a secret, so only that it is another one is told. */
    public void tellReach(Person person, ContactMethods before, String actor, Instant at) {
        tell(Kind.PERSON, person.key, "changed", shown(before), shown(person.contactMethods()), actor, at);
    }

    /** Contact channels without their secret. */
    public static Map<String, Object> shown(ContactMethods contactMethods) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("email", contactMethods.email());
        shown.put("chat", contactMethods.chat() == null ? null : "set, " + mark(contactMethods.chat()));
        shown.put("phone", contactMethods.phone());
        shown.put("zone", contactMethods.zone());
        return shown;
    }

    /** Tells one secret from another, and nothing of it. */
    private static String mark(String secret) {
        return DigestUtils.sha256Hex(secret).substring(0, MARK_LENGTH);
    }

    /** Entries of one that the other does not have just so; all where there is no other. */
    private static Map<String, Object> differing(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> left = new LinkedHashMap<>();
        if (one != null) {
            one.forEach((name, value) -> {
                if (other == null ? value != null : !Objects.equals(value, other.get(name))) {
                    left.put(name, value);
                }
            });
        }
        return left;
    }

    private String json(Map<String, Object> facts) {
        ObjectNode node = mapper.valueToTree(facts);
        return node.toString();
    }
}
