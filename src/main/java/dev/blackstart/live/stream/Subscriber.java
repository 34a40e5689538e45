package dev.blackstart.live.stream;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.security.SignInTicket;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** One open stream that has caught up: whose it is, how far it is, and how much waits for it to be taken. */
final class Subscriber {

    final ExerciseAccess sight;
    final SignInTicket signedIn;
    final StreamFormat form;
    private final MultiEmitter<? super StreamEvent> stream;
    private final int most;
    private final Runnable cut;
    private final AtomicInteger waiting;

    /** Number of the last entry it was offered or that is not its; moved by the feed alone. */
    private long position;

    /** Whether it has the parts of its page, or waits for them. */
    private boolean complete;

    /** @param cut ends the connection even of somebody who reads nothing */
    Subscriber(ExerciseAccess sight, SignInTicket signedIn, StreamFormat form, long position,
            MultiEmitter<? super StreamEvent> stream,
            AtomicInteger waiting, int most,
            Runnable cut) {
        this.sight = sight;
        this.signedIn = signedIn;
        this.form = form;
        this.position = position;
        this.stream = stream;
        this.waiting = waiting;
        this.most = most;
        this.cut = cut;
    }

    long position() {
        return position;
    }

    /** @return false if it did not take what it got before: then it is cut off */
    boolean reach(SharedEntry shared) {
        if (shared.entry.seq <= position) {
            return true;
        }
        StreamEvent signal = sight.sees(shared.entry.audience) ? shared.as(form, sight.control()) : null;
        position = shared.entry.seq;
        return signal == null || send(signal);
    }

    /** The whole page the first time, what changed from then on. @return false as above */
    boolean show(PageFragments parts, List<StreamEvent> changed) {
        List<StreamEvent> news = complete ? changed : parts.all();
        complete = true;
        return news.stream().allMatch(this::send);
    }

    boolean send(StreamEvent signal) {
        if (waiting.get() >= most) {
            cut.run();
            return false;
        }
        waiting.incrementAndGet();
        stream.emit(signal);
        return true;
    }

    /** After what it was sent; the reader may come back with the last place it knows. */
    void close() {
        stream.complete();
    }
}
