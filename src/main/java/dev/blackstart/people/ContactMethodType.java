package dev.blackstart.people;

import java.util.EnumSet;
import java.util.Set;

/** A channel on which somebody can be reached away from the page, as plans name it. */
public enum ContactMethodType {
    EMAIL("email", "mail"),
    WEBHOOK("webhook", "chat"),
    PHONE("phone", "phone");

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

    /** Channels that lead to this person; none where they have left. */
    public static Set<ContactMethodType> of(Person person) {
        return person.isHere() ? of(person.contactMethods()) : EnumSet.noneOf(ContactMethodType.class);
    }

    public static Set<ContactMethodType> of(ContactMethods contactMethods) {
        Set<ContactMethodType> reach = EnumSet.noneOf(ContactMethodType.class);
        if (contactMethods.email() != null) {
            reach.add(EMAIL);
        }
        if (contactMethods.chat() != null) {
            reach.add(WEBHOOK);
        }
        if (contactMethods.phone() != null) {
            reach.add(PHONE);
        }
        return reach;
    }
}
