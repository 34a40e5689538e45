package dev.blackstart.calling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.blackstart.calling.Contact.State;

/**
 * How a tree is walked, and nothing else: it knows its places, moves them, and tells as steps what that asks for. Each place's
 * people are tried in turn; a lead's people are called as soon as the lead is reached, or given up. Positions are microseconds
 * of the exercise clock.
 */
final class Tree {

    private static final String CALL = "call";

    /** Whoever is begun beyond is due at once, in steps of their own, so that no transaction grows without end. */
    static final int AT_ONCE = 100;

    private final List<Contact> contacts;
    private final Map<UUID, Contact> byId;
    private final Means means;
    private final Set<String> acknowledged;
    private final boolean stands;
    private final boolean answers;
    private final List<Step> steps = new ArrayList<>();
    private int begun;

    /**
     * @param acknowledged who has answered in this tree
     * @param stands the clock stands: nobody is called before it runs again
     * @param answers whoever is tried answers by themselves, half way through the wait: a rehearsal
     */
    Tree(List<Contact> contacts, Means means, Collection<String> acknowledged, boolean stands, boolean answers) {
        this.contacts = contacts;
        this.byId = contacts.stream().collect(Collectors.toMap(contact -> contact.id, Function.identity()));
        this.means = means;
        this.acknowledged = new LinkedHashSet<>(acknowledged);
        this.stands = stands;
        this.answers = answers;
    }

    /** What was asked for since this was asked last. */
    List<Step> take() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    boolean isOver() {
        return contacts.stream().noneMatch(Contact::isOpen);
    }

    void begin(long at) {
        begin(contacts.get(0), at);
    }

    private void begin(Contact contact, long at) {
        contact.begin(at);
        if (begun++ < AT_ONCE) {
            soon(contact, at);
        } else {
            contact.nextClock = at;
        }
    }

    private void soon(Contact contact, long at) {
        if (stands) {
            contact.nextClock = at;
        } else {
            next(contact, at);
        }
    }

    /** A place's wait is over. */
    void due(Contact contact, long at) {
        String person = contact.trying();
        if (answers && person != null && !means.isAway(person)) {
            steps.add(new Step.Answered(contact, person));
            acknowledge(contact, person, at);
        } else {
            next(contact, at);
        }
    }

    private void next(Contact contact, long at) {
        for (int turn = contact.turn + 1; turn < contact.turns(); turn++) {
            String person = contact.personAt(turn);
            if (acknowledged.contains(person)) {
                reach(contact, person, at);
                return;
            }
            String way = contact.wayAt(turn);
            if (means.reaches(person, way)) {
                attempt(contact, turn, person, way, at);
                return;
            }
            if (contact.roundAt(turn) == 0) {
                steps.add(new Step.PassedOver(contact, turn, person, way));
            }
        }
        contact.settle(State.BROKEN, at);
        steps.add(new Step.Broken(contact));
        passOn(contact, at);
    }

    private void attempt(Contact contact, int turn, String person, String way, long at) {
        boolean away = means.isAway(person);
        contact.tryNow(turn, at + (answers && !away ? contact.waitMicros / 2 : contact.waitMicros));
        steps.add(away ? new Step.Withheld(contact, turn, person, way)
                : new Step.Try(contact, turn, person, way, way.equals(CALL) ? caller(contact) : null));
    }

    /** Somebody answered, by whatever way; the same person is not called again, wherever else the tree has them. */
    void acknowledge(Contact contact, String person, long at) {
        acknowledged.add(person);
        if (contact.state != State.REACHED && contact.state != State.STOOD_DOWN) {
            reach(contact, person, at);
        }
        for (Contact other : contacts) {
            if (other.state == State.CALLING && person.equals(other.trying())) {
                reach(other, person, at);
            }
        }
    }

    private void reach(Contact contact, String person, long at) {
        boolean late = contact.state == State.BROKEN;
        contact.settle(State.REACHED, at);
        contact.reachedBy = person;
        contact.late = late;
        steps.add(new Step.Reached(contact, person, late));
        if (!late) {
            passOn(contact, at);
        }
    }

    private void passOn(Contact contact, long at) {
        contacts.stream().filter(next -> contact.id.equals(next.parentId) && next.state == State.WAITING)
                .forEach(next -> begin(next, at));
    }

    /**
     * A call came to nothing. Another way or another person is tried at once; the same call again waits until its time, for
     * nobody who did not answer a moment ago does now.
     */
    void unanswered(Contact contact, long at) {
        int following = contact.turn + 1;
        while (following < contact.turns() && !means.reaches(contact.personAt(following), contact.wayAt(following))) {
            following++;
        }
        boolean same = following < contact.turns() && contact.personAt(following).equals(contact.personAt(contact.turn))
                && contact.wayAt(following).equals(contact.wayAt(contact.turn));
        if (!same) {
            soon(contact, at);
        }
    }

    /** They will not: whoever comes after them is tried. */
    void declined(Contact contact, long at) {
        contact.turn = contact.lastTurnOfPerson();
        soon(contact, at);
    }

    /** The nearest one above who was reached; null where nobody was, so control staff call. */
    String caller(Contact contact) {
        Contact above = contact;
        while ((above = byId.get(above.parentId)) != null) {
            if (above.state == State.REACHED) {
                return above.reachedBy;
            }
        }
        return null;
    }

    /** This place cannot be called; those below it are, each in a step of its own. */
    void giveUp(Contact contact, long at) {
        contact.settle(State.BROKEN, at);
        contacts.stream().filter(next -> contact.id.equals(next.parentId) && next.state == State.WAITING).forEach(next -> {
            next.begin(at);
            next.nextClock = at;
        });
    }

    /** Nobody is called any more. */
    void standDown(long at) {
        contacts.stream().filter(Contact::isOpen).forEach(contact -> contact.settle(State.STOOD_DOWN, at));
    }
}
