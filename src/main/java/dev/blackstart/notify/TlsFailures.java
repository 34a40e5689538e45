package dev.blackstart.notify;

import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

/** What became of the other side's word that it is who we mean. */
public final class TlsFailures {

    private TlsFailures() {
    }

    /** Whether nobody we trust vouches for it: signed by itself or a stranger, run out, or of another host. */
    public static boolean refused(Throwable failure) {
        return failure != null && (failure instanceof CertificateException || refused(failure.getCause()));
    }

    /** Whether no encrypted connection came about, for whatever reason. */
    public static boolean unsafe(Throwable failure) {
        return failure != null && (failure instanceof SSLException || unsafe(failure.getCause()));
    }
}
