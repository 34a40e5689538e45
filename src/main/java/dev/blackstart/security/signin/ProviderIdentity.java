package dev.blackstart.security.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.blackstart.people.Person;
import dev.blackstart.security.BrowserSession;
import dev.blackstart.security.SignInTicket;
import dev.blackstart.security.SignedOutAway;
import dev.blackstart.security.SignedOutException;
import dev.blackstart.security.oidc.PersonProvisioning;
import dev.blackstart.security.oidc.ProviderClaims;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Makes of whomever the identity provider signed in a person of ours, with the role of now. */
@ApplicationScoped
class ProviderIdentity implements SecurityIdentityAugmentor {

    private final PersonProvisioning people;
    private final Clock clock;

    ProviderIdentity(PersonProvisioning people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token ? context.runBlocking(() -> known(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity known(SecurityIdentity identity, JsonWebToken token) {
        boolean inBrowser = identity.getCredential(IdTokenCredential.class) != null;
        if (!inBrowser && "ID".equals(token.getClaim("typ"))) {
            throw new AuthenticationFailedException("an ID token tells who somebody is; it opens nothing");
        }
        Person person = people.of(ProviderClaims.of(token, identity.getRoles()));
        if (!person.isHere()) {
            throw new AuthenticationFailedException("this person has left");
        }
        QuarkusSecurityIdentity.Builder ours = QuarkusSecurityIdentity.builder().setPrincipal(token)
                .addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes())
                .addRole(person.platformRole.key()).addAttribute(SignInTicket.KEY, person.key)
                .addAttribute(SignInTicket.NAME, person.name)
                .addAttribute(SignInTicket.VERSION, person.credentialVersion)
                .addAttribute(SignInTicket.UNTIL, Instant.ofEpochSecond(token.getExpirationTime()));
        return inBrowser ? ours.addAttribute(SignInTicket.SESSION, session(identity, token, person)).build()
                : ours.build();
    }

    /** The provider names its sessions: here each is a row, so that signing out ends every copy of its cookie at once. */
    private UUID session(SecurityIdentity identity, JsonWebToken token, Person person) {
        Object name = token.getClaim("sid");
        Object since = token.getClaim("auth_time");
        UUID id = UUID.nameUUIDFromBytes(
                (token.getIssuer() + " " + (name == null ? token.getSubject() + " " + since : name))
                        .getBytes(StandardCharsets.UTF_8));
        boolean left = SignedOutAway.happenedAfter(since, identity);
        if (!people.once(() -> left ? BrowserSession.end(id, person, clock.instant())
                : BrowserSession.isOpen(id, person, clock.instant()))) {
            throw SignedOutException.failure();
        }
        return id;
    }
}
