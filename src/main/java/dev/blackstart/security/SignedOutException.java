package dev.blackstart.security;

import io.quarkus.security.AuthenticationFailedException;

/**
 * Why nobody is signed in: they signed out here, while the identity provider's own session, which would bring them in, goes on.
 */
class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the sign-in page is told of it. */
    static final String LIVES_ON = "signed-out";

    private SignedOutException() {
        super("they signed out here");
    }

    static AuthenticationFailedException failure() {
        return new AuthenticationFailedException("this session has ended", new SignedOutException());
    }

    static boolean causes(Throwable failure) {
        return failure != null && (failure instanceof SignedOutException || causes(failure.getCause()));
    }
}
