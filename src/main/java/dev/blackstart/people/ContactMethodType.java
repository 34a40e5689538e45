package dev.blackstart.people;

import java.util.EnumSet;
import java.util.Set;

/** A way on which somebody can be reached away from the page, as plans name it. */
public enum ContactMethodType {
    EMAIL("email", "mail"),
    WEBHOOK("webhook", "chat"),
    CALL("call", "phone");

    private final String key;
    private final String word;

    ContactMethodType(String key, String word) {
        this.key = key;
        this.word = word;
    }

    /** As call trees and messages name it. */
    public String key() {
        return key;
    }

    /** As people say it. */
    public String word() {
        return word;
    }

    /** Ways that lead to this person; none where they have left. */
    public static Set<ContactMethodType> of(Person person) {
        return person.isHere() ? of(person.ways()) : EnumSet.noneOf(ContactMethodType.class);
    }

    public static Set<ContactMethodType> of(ContactMethods ways) {
        Set<ContactMethodType> reach = EnumSet.noneOf(ContactMethodType.class);
        if (ways.email() != null) {
            reach.add(EMAIL);
        }
        if (ways.chat() != null) {
            reach.add(WEBHOOK);
        }
        if (ways.phone() != null) {
            reach.add(CALL);
        }
        return reach;
    }
}
