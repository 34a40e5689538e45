package dev.blackstart.calling.page;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.calling.CallResponses;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.ContactAttempt.State;
import dev.blackstart.calling.tree.ContactAttempt.Via;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;

/** What the viewer says came of a call, by the words of the contract. */
@RequestScoped
class Results {

    static final List<String> WORDS = List.of("confirmed", "no-answer", "busy", "wrong-number", "declined");

    private final CallAccess callAccess;
    private final CallResponses callResponses;
    private final Viewer viewer;

    Results(CallAccess callAccess, CallResponses callResponses, Viewer viewer) {
        this.callAccess = callAccess;
        this.callResponses = callResponses;
        this.viewer = viewer;
    }

    /**
     * @param correction what is right instead of a wrong number; or null
     * @throws Problem 404 for who has no part in it, 403 for whoever is called and says more than that they were, or decline
     */
    ContactAttempt take(UUID id, String result, String answer, String correction) {
        CallAccess.Part part = callAccess.part(ContactAttempt.findById(id));
        if (result == null || !WORDS.contains(result)) {
            throw Problem.invalid("result", "result is one of " + String.join(", ", WORDS) + ".");
        }
        if (part == CallAccess.Part.CALLED && !List.of("confirmed", "declined").contains(result)) {
            throw Problem.forbidden("Only whoever phones, or control staff, may say this.");
        }
        if (result.equals("confirmed")) {
            return callResponses.acknowledge(id, switch (part) {
                case CALLED -> Via.PAGE;
                case CALLER -> Via.CALLER;
                case CONTROL -> Via.CONTROL;
            }, answer, viewer.key());
        }
        State state = State.valueOf(result.toUpperCase().replace('-', '_'));
        return callResponses.failed(id, state, answer, correction, viewer.key());
    }
}
