package dev.blackstart.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** People who sign in with a password that this installation keeps as bcrypt. */
@ApplicationScoped
class EmbeddedUsers {

    static final String NAME = "name";

    /** Unknown people cost as much time as known ones, so that nobody learns who exists. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody has this password");

    private final CheckedCredentials checked;
    private final DemoPeople demo;

    EmbeddedUsers(CheckedCredentials checked, DemoPeople demo) {
        this.checked = checked;
        this.demo = demo;
    }

    /** No transaction is open while bcrypt works. */
    SecurityIdentity withPassword(String key, char[] password) {
        Person person = key.indexOf('\0') >= 0 ? null : QuarkusTransaction.requiringNew().call(() -> Person.byKey(key));
        if (person == null || person.passwordHash == null || isLeftOver(password)) {
            BcryptUtil.matches(new String(password), NOBODY);
            throw new AuthenticationFailedException("wrong key or password");
        }
        if (!checked.holds(person, password, () -> BcryptUtil.matches(new String(password), person.passwordHash))) {
            throw new AuthenticationFailedException("wrong key or password");
        }
        return identity(person);
    }

    /** Everybody knows the demo people's password: where they are not wanted, it opens nothing, whoever still has it. */
    private boolean isLeftOver(char[] password) {
        return !demo.wanted() && DemoPeople.PASSWORD.equals(new String(password));
    }

    /** Whoever holds a session cookie of ours: the roles are those of now. */
    @Transactional
    SecurityIdentity trusted(String key) {
        Person person = Person.byKey(key);
        if (person == null) {
            throw new AuthenticationFailedException("nobody has this key any more");
        }
        return identity(person);
    }

    private static SecurityIdentity identity(Person person) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(person.key))
                .addRole(person.platformRole.key()).addAttribute(NAME, person.name).build();
    }
}
