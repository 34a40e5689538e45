package dev.blackstart.problem;

import java.util.List;

/** Something cannot move to the wanted state from the one it has: 409 with the states it could move to. */
public class IllegalTransition extends Problem {

    private static final long serialVersionUID = 1L;

    public IllegalTransition(String what, String state, String wanted, List<String> allowed) {
        super(409, "Not from here", allowed.isEmpty()
                ? "%s is %s and stays so.".formatted(what, state)
                : "%s is %s and cannot become %s; it can become %s.".formatted(what, state, wanted,
                        String.join(" or ", allowed)));
        with("state", state);
        with("allowed", allowed);
    }
}
