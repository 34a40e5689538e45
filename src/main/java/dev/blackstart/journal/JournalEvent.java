package dev.blackstart.journal;

import java.util.Set;

/**
 * A fact, named in the past tense: a record whose components are the data of a journal entry, and whose constant {@code TYPE}
 * is
 * the entry's type. A new component is compatible: readers ignore what they do not know, and what is missing is null. Only
 * components may be named like getters, for Jackson would write the others, too.
 */
public interface JournalEvent {

    /** As the entry names it, in kebab case. */
    default String type() {
        return EventTypes.of(getClass());
    }

    /** Key or id of the item of the timeline that it is about; null for none. */
    default String item() {
        return null;
    }

    /** Why; null where nobody said it. */
    default String reason() {
        return null;
    }

    /** What the log of the control room says of it. */
    default LogSentence describe(LogContext context) {
        return context.about(LogSentence.words(type()), item(), because());
    }

    /** The reason behind a colon; empty where there is none. */
    default String because() {
        return reason() == null ? "" : ": " + reason();
    }

    /** Name of the icon beside it. */
    default String icon() {
        return "info";
    }

    /** How it stands out in the log: finding, fault, message or moment; empty for not at all. */
    default String tone() {
        return "";
    }

    /** Whether it has a line in the log; what only tells its person again what another entry tells control staff has none. */
    default boolean inLog() {
        return true;
    }

    /** The type of entries that hold this record. */
    static String type(Class<? extends JournalEvent> event) {
        return EventTypes.of(event);
    }

    /** The types of entries that hold one of these: records, or interfaces for all the records that implement them. */
    static Set<String> types(Class<?>... kinds) {
        return EventTypes.of(kinds);
    }
}
