package dev.blackstart.security.csrf;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.crypto.Secrets;
import dev.blackstart.security.ServerSignature;

/**
 * What proves that a form is from a page of ours: random bytes, signed together with the session that the page was for. Another
 * session's, or an invented one, is worth nothing.
 */
@ApplicationScoped
public class CsrfTokens {

    private static final String PURPOSE = "csrf";
    private static final int BYTES = 16;

    private final ServerSignature signature;

    CsrfTokens(ServerSignature signature) {
        this.signature = signature;
    }

    /** @param session null where nobody is signed in */
    String of(UUID session) {
        String once = Secrets.randomToken(BYTES);
        return once + "." + signature.of(PURPOSE, session + " " + once);
    }

    public boolean isOf(UUID session, String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        return dot > 0
                && signature.isOf(token.substring(dot + 1), PURPOSE, session + " " + token.substring(0, dot));
    }
}
