package dev.blackstart.calling.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.catalogue.CallTree;
import dev.blackstart.catalogue.PlanDuration;

/** How a tree is walked: waits are 100, positions are plain numbers. */
class TreeTest {

    private static final long WAIT = 100;

    private final List<CallNode> places = new ArrayList<>();
    private final Activation activation = new Activation();
    private Set<String> unreachable = Set.of();
    private Set<String> away = Set.of();

    private CallNode place(CallNode parent, int repeat, String people, String... channels) {
        activation.id = UUID.nameUUIDFromBytes(new byte[0]);
        List<String> candidates = List.of(people.split(","));
        CallNode contact = new CallNode(activation, parent, places.size(), new CallTree.Node(candidates.get(0), null,
                List.of(channels), new PlanDuration("PT0.0001S"), repeat, List.of(), List.of()), candidates, Instant.EPOCH);
        assertThat(contact.waitMicros).isEqualTo(WAIT);
        places.add(contact);
        return contact;
    }

    private Tree tree(boolean stands, boolean answers, String... acknowledged) {
        return new Tree(places, new Reachability() {
            @Override
            public boolean reaches(String person, String channel) {
                return !unreachable.contains(person + "/" + channel);
            }

            @Override
            public boolean isAway(String person) {
                return away.contains(person);
            }
        }, Set.of(acknowledged), stands, answers);
    }

    private static List<String> taken(Tree tree) {
        return tree.take().stream().map(step -> {
            if (step instanceof CallStep.Try call) {
                return call.person() + " by " + call.channel() + (call.caller() == null ? "" : " from " + call.caller());
            }
            if (step instanceof CallStep.Withheld withheld) {
                return withheld.person() + " withheld";
            }
            if (step instanceof CallStep.PassedOver passed) {
                return passed.person() + " not by " + passed.channel();
            }
            if (step instanceof CallStep.Answered answered) {
                return answered.person() + " answers";
            }
            if (step instanceof CallStep.Reached reached) {
                return "reached " + reached.contact().person() + " through " + reached.person()
                        + (reached.late() ? " late" : "");
            }
            return "broken " + step.contact().person();
        }).toList();
    }

    @Test
    void begin_moreThanOneTransactionTakes_theRestIsDueAtOnce() {
        CallNode root = place(null, 0, "ann", "email");
        for (int i = 0; i < Tree.AT_ONCE + 20; i++) {
            place(root, 0, "p" + i, "email");
        }
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.acknowledge(root, "ann", 7);
        assertThat(taken(tree).stream().filter(step -> step.endsWith("by email"))).hasSize(Tree.AT_ONCE);
        List<CallNode> rest = places.stream().filter(one -> one.state == CallNode.State.CALLING && one.turn < 0).toList();
        assertThat(rest).hasSize(21).allSatisfy(one -> assertThat(one.nextClock).isEqualTo(7));
        rest.forEach(one -> tree.due(one, one.nextClock));
        assertThat(taken(tree)).hasSize(21).allSatisfy(step -> assertThat(step).endsWith("by email"));
    }

    @Test
    void walk_waysInOrder_thenAgain_thenAlternates() {
        CallNode root = place(null, 1, "ann,bob", "email", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        assertThat(taken(tree)).containsExactly("ann by email");
        assertThat(root.nextClock).isEqualTo(WAIT);
        List<String> rest = new ArrayList<>();
        while (root.nextClock != null) {
            tree.due(root, root.nextClock);
            rest.addAll(taken(tree));
        }
        assertThat(rest).containsExactly("ann by phone", "ann by email", "ann by phone", "bob by email", "bob by phone",
                "bob by email", "bob by phone", "broken ann");
        assertThat(tree.isOver()).isTrue();
        assertThat(root.settledClock).isEqualTo(8 * WAIT);
    }

    @Test
    void acknowledge_lead_ownPeopleAreCalledByThem() {
        CallNode root = place(null, 0, "ann", "email");
        CallNode child = place(root, 0, "bob", "phone");
        place(child, 0, "cid", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        taken(tree);
        tree.acknowledge(root, "ann", 30);
        assertThat(taken(tree)).containsExactly("reached ann through ann", "bob by phone from ann");
        tree.acknowledge(child, "bob", 40);
        assertThat(taken(tree)).containsExactly("reached bob through bob", "cid by phone from bob");
        assertThat(tree.isOver()).isFalse();
    }

    @Test
    void broken_lead_nearestAboveCallsTheirPeople() {
        CallNode root = place(null, 0, "ann", "email");
        CallNode lead = place(root, 0, "bob", "email");
        CallNode leaf = place(lead, 0, "cid", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.acknowledge(root, "ann", 10);
        taken(tree);
        tree.due(lead, 110);
        assertThat(taken(tree)).containsExactly("broken bob", "cid by phone from ann");
        assertThat(leaf.state).isEqualTo(CallNode.State.CALLING);
        tree.acknowledge(lead, "bob", 150);
        assertThat(taken(tree)).as("late, and nobody is called a second time").containsExactly("reached bob through bob late");
        assertThat(lead.late).isTrue();
    }

    @Test
    void broken_root_controlCalls() {
        CallNode root = place(null, 0, "ann", "email");
        place(root, 0, "bob", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.due(root, WAIT);
        assertThat(taken(tree)).containsExactly("ann by email", "broken ann", "bob by phone");
    }

    @Test
    void nobodyReachable_everybodyPassedOverAtOnce_over() {
        CallNode root = place(null, 2, "ann,bob", "email");
        place(root, 0, "cid", "phone");
        unreachable = Set.of("ann/email", "bob/email", "cid/phone");
        Tree tree = tree(false, false);
        tree.begin(7);
        assertThat(taken(tree)).containsExactly("ann not by email", "bob not by email", "broken ann", "cid not by phone",
                "broken cid");
        assertThat(tree.isOver()).isTrue();
    }

    @Test
    void away_nothingSent_waitPassesAllTheSame() {
        CallNode root = place(null, 0, "ann,bob", "phone");
        away = Set.of("ann");
        Tree tree = tree(false, true);
        tree.begin(0);
        assertThat(taken(tree)).containsExactly("ann withheld");
        assertThat(root.nextClock).isEqualTo(WAIT);
        tree.due(root, WAIT);
        assertThat(taken(tree)).containsExactly("bob by phone");
        tree.due(root, root.nextClock);
        assertThat(taken(tree)).containsExactly("bob answers", "reached ann through bob");
        assertThat(root.settledClock).as("half way through the wait").isEqualTo(WAIT + WAIT / 2);
    }

    @Test
    void acknowledged_elsewhere_isNotCalledAgain() {
        CallNode root = place(null, 0, "ann,bob", "email");
        place(root, 0, "bob", "email");
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.due(root, WAIT);
        taken(tree);
        tree.acknowledge(root, "bob", 120);
        assertThat(taken(tree)).containsExactly("reached ann through bob", "reached bob through bob");
        assertThat(tree.isOver()).isTrue();
    }

    @Test
    void acknowledge_sameMomentElsewhereTried_bothPlacesAreDone() {
        CallNode root = place(null, 0, "ann", "email");
        place(root, 0, "bob,dan", "email");
        CallNode other = place(root, 0, "cid,dan", "email");
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.acknowledge(root, "ann", 0);
        places.subList(1, 3).forEach(contact -> tree.due(contact, WAIT));
        taken(tree);
        tree.acknowledge(places.get(1), "dan", 120);
        assertThat(taken(tree)).containsExactly("reached bob through dan", "reached cid through dan");
        assertThat(other.state).isEqualTo(CallNode.State.REACHED);
    }

    @Test
    void stands_nobodyCalledUntilTheClockRuns() {
        CallNode root = place(null, 0, "ann", "email");
        CallNode child = place(root, 0, "bob", "email");
        Tree running = tree(false, false);
        running.begin(0);
        taken(running);
        Tree standing = tree(true, false);
        standing.acknowledge(root, "ann", 50);
        assertThat(taken(standing)).containsExactly("reached ann through ann");
        assertThat(child.nextClock).isEqualTo(50);
        Tree again = tree(false, false, "ann");
        again.due(child, 50);
        assertThat(taken(again)).containsExactly("bob by email");
        assertThat(child.nextClock).isEqualTo(50 + WAIT);
    }

    @Test
    void unanswered_anotherWayAtOnce_sameCallAtItsTime() {
        CallNode root = place(null, 1, "ann,bob", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        taken(tree);
        tree.unanswered(root, 10);
        assertThat(taken(tree)).as("the same call again waits").isEmpty();
        tree.due(root, WAIT);
        tree.unanswered(root, WAIT + 5);
        assertThat(taken(tree)).containsExactly("ann by phone", "bob by phone");
    }

    @Test
    void declined_nextPersonAtOnce() {
        CallNode root = place(null, 3, "ann,bob", "email", "phone");
        Tree tree = tree(false, false);
        tree.begin(0);
        taken(tree);
        tree.declined(root, 10);
        assertThat(taken(tree)).containsExactly("bob by email");
    }

    @Test
    void standDown_whatIsOpenStaysUndone() {
        CallNode root = place(null, 0, "ann", "email");
        CallNode child = place(root, 0, "bob", "email");
        Tree tree = tree(false, false);
        tree.begin(0);
        tree.standDown(20);
        assertThat(List.of(root.state, child.state)).containsOnly(CallNode.State.STOOD_DOWN);
        tree.acknowledge(root, "ann", 30);
        assertThat(root.state).isEqualTo(CallNode.State.STOOD_DOWN);
    }
}
