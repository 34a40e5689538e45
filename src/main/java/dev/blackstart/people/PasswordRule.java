package dev.blackstart.people;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What every password has to be, wherever it is set: by its person, by an administrator, or by the configuration. */
public final class PasswordRule {

    public static final int SHORTEST = 12;

    /** bcrypt reads no more. */
    private static final int MOST_BYTES = 72;

    private PasswordRule() {
    }

    /** One sentence that says what is wrong and what to do; empty where nothing is. */
    public static Optional<String> complaint(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.isBlank()) {
            return Optional.of("A password has at least " + SHORTEST + " characters; a few words are good.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES || password.indexOf('\0') >= 0) {
            return Optional.of("A password has at most " + MOST_BYTES + " characters.");
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException which says it, where the configuration gives one */
    public static void check(String property, String password) {
        complaint(password).ifPresent(wrong -> {
            throw new IllegalStateException(property + " is refused. " + wrong);
        });
    }
}
