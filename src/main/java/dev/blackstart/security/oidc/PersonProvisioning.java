package dev.blackstart.security.oidc;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import dev.blackstart.people.ReservedKeys;
import dev.blackstart.people.Team;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Who somebody is that the identity provider signs in: known by its subject; at their first sign-in by a verified mail, or by a
 * name under which nobody can be reached or sign in yet; else somebody new. Nobody becomes a person whom somebody else is.
 */
@ApplicationScoped
public class PersonProvisioning {

    private static final int TRIES = 4;
    private static final int LONGEST_KEY = 50;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MAIL = 320;

    private final Clock clock;

    PersonProvisioning(Clock clock) {
        this.clock = clock;
    }

    public Person of(ProviderClaims claims) {
        return once(() -> known(claims));
    }

    /** Two requests of somebody's first moment may meet: whoever comes second finds what the first has made. */
    public <T> T once(Callable<T> makes) {
        for (int attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(makes);
            } catch (RuntimeException met) {
                if (attempt == TRIES || !isRace(met)) {
                    throw met;
                }
                Log.debugf(met, "Somebody's first requests met; looking again");
            }
        }
    }

    private static boolean isRace(Throwable failure) {
        return failure != null && (failure instanceof PersistenceException || isRace(failure.getCause()));
    }

    private Person known(ProviderClaims claims) {
        Person person = Person.find("subject", claims.subject()).firstResult();
        if (person == null) {
            person = met(claims);
            person.belongTo(claims.subject());
            Log.infof("The identity provider signed %s in for the first time", person.key);
        }
        person.beToldRole(claims.role(), claims.at());
        return person;
    }

    private Person met(ProviderClaims claims) {
        if (claims.mail() != null) {
            List<Person> reached = Person.list("lower(email) = ?1 and subject is null", claims.mail().toLowerCase(Locale.ROOT));
            if (reached.size() == 1) {
                return reached.get(0);
            }
        }
        String wanted = key(claims.username());
        Person named = Person.byKey(wanted);
        if (named != null && wanted.equals(claims.username()) && isNobodyYet(named)) {
            return named;
        }
        Person made = new Person(free(wanted), cut(claims.name() == null ? wanted : claims.name(), LONGEST_NAME),
                claims.mail() == null || claims.mail().length() > LONGEST_MAIL ? null : claims.mail(), claims.role(), null,
                clock.instant());
        made.roleToldAt = claims.at();
        made.persist();
        return made;
    }

    /** A mail or a password says whose person it is; a name alone proves nothing against them. */
    private static boolean isNobodyYet(Person person) {
        return person.subject == null && person.contactMethods().equals(new ContactMethods(null, null, null, person.zone))
                && person.passwordHash == null;
    }

    /** As plans write keys. */
    static String key(String username) {
        String plain = Normalizer.normalize(username == null ? "" : username, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "person" : cut(plain, LONGEST_KEY).replaceAll("-+$", "");
    }

    private static String free(String wanted) {
        for (int number = 1;; number++) {
            String key = number == 1 ? wanted : wanted + "-" + number;
            if (!ReservedKeys.contains(key) && Person.byKey(key) == null && Team.byKey(key) == null) {
                return key;
            }
        }
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
