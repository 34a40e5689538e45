package dev.blackstart.conduct;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

import io.quarkus.narayana.jta.QuarkusTransactionException;

/** What a failure says: whether trying again can help, and why it happened in words for control staff. */
public final class FailureCause {

    /** Classes of SQL states that depend on the data alone: data exception, integrity violation, syntax or access rule. */
    private static final Set<String> OF_THE_DATA = Set.of("22", "23", "42");

    private static final Set<Class<?>> PASSING = Set.of(LockTimeoutException.class, OptimisticLockException.class,
            PessimisticLockException.class, QueryTimeoutException.class, RollbackException.class, SystemException.class,
            QuarkusTransactionException.class, TimeoutException.class, OutOfMemoryError.class, InterruptedException.class);

    private static final int LONGEST = 500;

    private FailureCause() {
    }

    /** False where the database or this process may only have had a bad moment. */
    public static boolean isPermanent(Throwable failure) {
        boolean passing = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return isOfTheData(refused);
            }
            passing |= PASSING.stream().anyMatch(cause.getClass()::equals);
        }
        return !passing;
    }

    private static boolean isOfTheData(SQLException refused) {
        String state = refused.getSQLState();
        return state != null && state.length() >= 2 && OF_THE_DATA.contains(state.substring(0, 2));
    }

    /** One sentence. */
    public static String inWords(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return inWords(refused.getSQLState());
            }
            root = cause;
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.codePointCount(0, message.length()) <= LONGEST ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String inWords(String state) {
        return switch (state) {
            case "22001" -> "A text is longer than the database allows.";
            case "22021" -> "A text contains a character that the database cannot store.";
            default -> "The database refused it (SQL state " + state + ").";
        };
    }
}
