package dev.blackstart.security.oidc;

import java.time.Instant;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;

import dev.blackstart.people.PlatformRole;

/**
 * What the identity provider says of somebody.
 *
 * @param subject who it is, forever and across providers
 * @param username as they type it there, or null
 * @param mail null unless the provider has verified it
 * @param role the highest they hold; members are all whom it lets in
 * @param at when it said so
 */
public record ProviderClaims(String subject, String username, String name, String mail, PlatformRole role, Instant at) {

    public static ProviderClaims of(JsonWebToken token, Set<String> roles) {
        String username = text(token, "preferred_username");
        String name = text(token, "name");
        return new ProviderClaims(token.getIssuer() + " " + token.getSubject(), username, name == null ? username : name,
                "true".equals(String.valueOf(token.<Object> getClaim("email_verified"))) ? text(token, "email") : null,
                role(roles), Instant.ofEpochSecond(token.getIssuedAtTime()));
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    private static PlatformRole role(Set<String> roles) {
        for (PlatformRole role : PlatformRole.values()) {
            if (roles.contains(role.key())) {
                return role;
            }
        }
        return PlatformRole.MEMBER;
    }
}
