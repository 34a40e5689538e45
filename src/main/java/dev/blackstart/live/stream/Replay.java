package dev.blackstart.live.stream;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.live.journal.JournalSlice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What somebody who begins to watch has missed: page by page, as fast as they take it. */
final class Replay {

    private static final int PAGE = 200;

    private final ExerciseAccess exerciseAccess;
    private final Visibility visibility;
    private final StreamFormat streamFormat;

    private long position;
    private boolean more = true;
    private boolean over;

    Replay(ExerciseAccess exerciseAccess, long after, Visibility visibility, StreamFormat streamFormat) {
        this.exerciseAccess = exerciseAccess;
        this.position = after;
        this.visibility = visibility;
        this.streamFormat = streamFormat;
    }

    Multi<StreamEvent> signals(Executor readers) {
        return Multi.createBy().repeating()
                .uni(() -> Uni.createFrom().item(this::page).runSubscriptionOn(readers))
                .whilst(page -> more)
                .onItem().transformToMultiAndConcatenate(page -> Multi.createFrom().iterable(page));
    }

    /** Everything of theirs up to here has been sent. */
    long position() {
        return position;
    }

    /** Their roles have changed meanwhile: they do not go on to watch. */
    boolean isOver() {
        return over;
    }

    private List<StreamEvent> page() {
        return QuarkusTransaction.requiringNew().call(() -> {
            JournalSlice stretch = JournalSlice.after(exerciseAccess, position, PAGE);
            // after it: a change of roles that this look does not show is an entry behind the stretch, which the feed acts on
            over = !exerciseAccess.equals(visibility.sight(exerciseAccess.exercise(), exerciseAccess.viewer()));
            more = stretch.more() && !over;
            position = stretch.end();
            return over ? List.of()
                    : stretch.entries().stream().map(entry -> streamFormat.signal(entry, exerciseAccess.control()))
                            .filter(Objects::nonNull).toList();
        });
    }
}
