package dev.blackstart.security;

import io.quarkus.security.AuthenticationFailedException;

/**
 * Why nobody is signed in: they signed out here, while the identity provider's own session, which would bring them in, goes on.
 */
public class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the sign-in page is told of it. */
    public static final String LIVES_ON = "signed-out";

    private SignedOutException() {
        super("they signed out here");
    }

    public static AuthenticationFailedException failure() {
        return new AuthenticationFailedException("this session has ended", new SignedOutException());
    }

    public static boolean causes(Throwable failure) {
        return failure != null && (failure instanceof SignedOutException || causes(failure.getCause()));
    }
}
