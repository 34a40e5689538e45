package dev.blackstart.drills.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.blackstart.drills.AttemptState;
import dev.blackstart.web.DaemonThreads;

/**
 * The thread in which one call of a driver runs, and nothing else: it may be interrupted at any point, which would close the
 * file of an embedded database in the middle of an access.
 */
final class DriverThread {

    /** For a driver to come back by itself after its time, and again after it was interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean interrupted;

    DriverThread(Supplier<CallOutcome> call) {
        thread = DaemonThreads.named("driver-call").newThread(() -> outcome.complete(call.get()));
    }

    void interrupt() {
        interrupted = true;
        thread.interrupt();
    }

    /**
     * Starts it and returns when it is over, at the latest two seconds after its time; a driver that hangs is left to itself.
     */
    CallOutcome run(Duration timeout) throws InterruptedException {
        thread.start();
        CallOutcome over = await(timeout.plus(GRACE));
        if (over == null) {
            interrupt();
            over = await(GRACE);
        }
        if (over == null) {
            return CallOutcome.unknown("The driver did not end within " + timeout.toSeconds() + " s.");
        }
        return interrupted && !over.isSuccess()
                ? new CallOutcome(AttemptState.UNKNOWN, "Ended by the platform: " + over.reason(), over.output())
                : over;
    }

    private CallOutcome await(Duration longest) throws InterruptedException {
        try {
            return outcome.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
