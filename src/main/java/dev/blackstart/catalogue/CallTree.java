package dev.blackstart.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who calls whom, as a plan writes it. Lists are never null. */
public record CallTree(String key, Message message, Pass pass, Node root) {

    /** Deeper than any organisation. */
    public static final int DEEPEST = 12;

    /** As many places as one tree may have. */
    public static final int MOST_PLACES = 2_000;

    public CallTree {
        message = message == null ? new Message(null, null, null) : message;
        pass = pass == null ? new Pass(null, null, null) : pass;
    }

    /** @param confirmQuestion its answer shows that the message arrived as it was meant; or null */
    public record Message(String subject, String text, String confirmQuestion) {

        /** In one line; never null. */
        public String line() {
            return subject == null ? "Please confirm that you can be reached" : subject;
        }
    }

    /** What counts as passed; what is null asks nothing. @param reach share of the tree's places @param quorum people */
    public record Pass(Double reach, Integer quorum, PlanDuration within) {

        public boolean saysNothing() {
            return reach == null && quorum == null && within == null;
        }
    }

    /**
     * One place in the tree: somebody by name, or whoever is on duty in a team.
     *
     * @param channels in the order in which they are tried
     * @param waits how long each try waits for an answer
     * @param repeat how often all channels are tried again before the alternates
     */
    public record Node(String person, String onDuty, List<String> channels, @JsonProperty("wait") PlanDuration waits,
            int repeat,
            List<String> alternates, List<Node> calls) {

        private static final List<String> CHANNELS = List.of("email");
        private static final PlanDuration WAIT = new PlanDuration("PT5M");

        public Node {
            channels = channels == null ? CHANNELS : channels;
            waits = waits == null ? WAIT : waits;
            alternates = PlanDocument.orEmpty(alternates);
            calls = PlanDocument.orEmpty(calls);
        }
    }
}
