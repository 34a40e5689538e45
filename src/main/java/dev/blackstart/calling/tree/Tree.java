package dev.blackstart.calling.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.blackstart.calling.tree.CallNode.State;

/**
 * How a tree is walked, and nothing else: it knows its places, moves them, and tells as steps what that asks for. Each place's
 * people are tried in turn; a lead's people are called as soon as the lead is reached, or given up. Positions are microseconds
 * of the exercise clock.
 */
public final class Tree {

    private static final String PHONE = "phone";

    /** Whoever is begun beyond is due at once, in steps of their own, so that no transaction grows without end. */
    public static final int AT_ONCE = 100;

    private final List<CallNode> contacts;
    private final Map<UUID, CallNode> byId;
    private final Reachability reachability;
    private final Set<String> acknowledged;
    private final boolean stands;
    private final boolean answers;
    private final List<CallStep> steps = new ArrayList<>();
    private int begun;

    /**
     * @param acknowledged who has answered in this tree
     * @param stands the clock stands: nobody is called before it runs again
     * @param answers whoever is tried answers by themselves, half channel through the wait: a rehearsal
     */
    public Tree(List<CallNode> contacts, Reachability reachability, Collection<String> acknowledged, boolean stands,
            boolean answers) {
        this.contacts = contacts;
        this.byId = contacts.stream().collect(Collectors.toMap(contact -> contact.id, Function.identity()));
        this.reachability = reachability;
        this.acknowledged = new LinkedHashSet<>(acknowledged);
        this.stands = stands;
        this.answers = answers;
    }

    /** What was asked for since this was asked last. */
    public List<CallStep> take() {
        List<CallStep> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    public boolean isOver() {
        return contacts.stream().noneMatch(CallNode::isOpen);
    }

    public void begin(long at) {
        begin(contacts.get(0), at);
    }

    private void begin(CallNode contact, long at) {
        contact.begin(at);
        if (begun++ < AT_ONCE) {
            soon(contact, at);
        } else {
            contact.nextClock = at;
        }
    }

    private void soon(CallNode contact, long at) {
        if (stands) {
            contact.nextClock = at;
        } else {
            next(contact, at);
        }
    }

    /** A place's wait is over. */
    public void due(CallNode contact, long at) {
        String person = contact.trying();
        if (answers && person != null && !reachability.isAway(person)) {
            steps.add(new CallStep.Answered(contact, person));
            acknowledge(contact, person, at);
        } else {
            next(contact, at);
        }
    }

    private void next(CallNode contact, long at) {
        for (int turn = contact.turn + 1; turn < contact.turns(); turn++) {
            String person = contact.personAt(turn);
            if (acknowledged.contains(person)) {
                reach(contact, person, at);
                return;
            }
            String channel = contact.channelAt(turn);
            if (reachability.reaches(person, channel)) {
                attempt(contact, turn, person, channel, at);
                return;
            }
            if (contact.roundAt(turn) == 0) {
                steps.add(new CallStep.PassedOver(contact, turn, person, channel));
            }
        }
        contact.settle(State.BROKEN, at);
        steps.add(new CallStep.Broken(contact));
        passOn(contact, at);
    }

    private void attempt(CallNode contact, int turn, String person, String channel, long at) {
        boolean away = reachability.isAway(person);
        contact.tryNow(turn, at + (answers && !away ? contact.waitMicros / 2 : contact.waitMicros));
        steps.add(away ? new CallStep.Withheld(contact, turn, person, channel)
                : new CallStep.Try(contact, turn, person, channel, channel.equals(PHONE) ? caller(contact) : null));
    }

    /** Somebody answered, by whatever channel; the same person is not called again, wherever else the tree has them. */
    public void acknowledge(CallNode contact, String person, long at) {
        acknowledged.add(person);
        if (contact.state != State.REACHED && contact.state != State.STOOD_DOWN) {
            reach(contact, person, at);
        }
        for (CallNode other : contacts) {
            if (other.state == State.CALLING && person.equals(other.trying())) {
                reach(other, person, at);
            }
        }
    }

    private void reach(CallNode contact, String person, long at) {
        boolean late = contact.state == State.BROKEN;
        contact.settle(State.REACHED, at);
        contact.reachedBy = person;
        contact.late = late;
        steps.add(new CallStep.Reached(contact, person, late));
        if (!late) {
            passOn(contact, at);
        }
    }

    private void passOn(CallNode contact, long at) {
        contacts.stream().filter(next -> contact.id.equals(next.parentId) && next.state == State.WAITING)
                .forEach(next -> begin(next, at));
    }

    /**
     * A call came to nothing. Another way or another person is tried at once; the same call again waits until its time, for
     * nobody who did not answer a moment ago does now.
     */
    public void unanswered(CallNode contact, long at) {
        int following = contact.turn + 1;
        while (following < contact.turns()
                && !reachability.reaches(contact.personAt(following), contact.channelAt(following))) {
            following++;
        }
        boolean same = following < contact.turns() && contact.personAt(following).equals(contact.personAt(contact.turn))
                && contact.channelAt(following).equals(contact.channelAt(contact.turn));
        if (!same) {
            soon(contact, at);
        }
    }

    /** They will not: whoever comes after them is tried. */
    public void declined(CallNode contact, long at) {
        contact.turn = contact.lastTurnOfPerson();
        soon(contact, at);
    }

    /** The nearest one above who was reached; null where nobody was, so control staff call. */
    String caller(CallNode contact) {
        CallNode above = contact;
        while ((above = byId.get(above.parentId)) != null) {
            if (above.state == State.REACHED) {
                return above.reachedBy;
            }
        }
        return null;
    }

    /** This place cannot be called; those below it are, each in a step of its own. */
    public void giveUp(CallNode contact, long at) {
        contact.settle(State.BROKEN, at);
        contacts.stream().filter(next -> contact.id.equals(next.parentId) && next.state == State.WAITING).forEach(next -> {
            next.begin(at);
            next.nextClock = at;
        });
    }

    /** Nobody is called any more. */
    public void standDown(long at) {
        contacts.stream().filter(CallNode::isOpen).forEach(contact -> contact.settle(State.STOOD_DOWN, at));
    }
}
