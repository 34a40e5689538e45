package dev.blackstart.people;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.LaunchMode;

/** Hashes passwords with bcrypt, at the cost that is configured: all alike, so that no check takes longer than another. */
@ApplicationScoped
public class PasswordHasher {

    /** What OWASP names as the least; only tests take less. */
    private static final int LEAST = 10;

    private final int cost;

    PasswordHasher(PeopleConfig config) {
        cost = config.passwordCost();
        if (cost < LEAST && LaunchMode.current() != LaunchMode.TEST) {
            throw new IllegalStateException("blackstart.password-cost is refused. It is at least " + LEAST + ".");
        }
    }

    public String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }
}
