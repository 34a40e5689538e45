package dev.blackstart.conduct.sheet;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.SheetPrinted;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.gate.PrintedSheet;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes control staff's word that the sheet lies on paper, into the record. */
@ApplicationScoped
class PrintedSheets {

    private static final Set<ExerciseState> NOT_PLANNED = Set.of(ExerciseState.DRAFT, ExerciseState.CANCELLED);

    private final Clock clock;
    private final Journal journal;

    PrintedSheets(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @throws Problem 404 where there is no sheet yet, 422 for nobody who holds it */
    PrintedSheet printed(UUID exerciseId, String holder, ExerciseAccess by) {
        if (holder == null || holder.isBlank()) {
            throw Problem.invalid("holder", "Say who holds the sheet, or where it lies.");
        }
        String held = TextLimits.atMost(TextLimits.LINE, "holder", holder.strip());
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = planned(Exercise.lock(exerciseId));
            Instant at = clock.instant();
            PrintedSheet printed = new PrintedSheet(exercise, ExerciseView.of(exercise, by, at).startsAt(), held, by.viewer(),
                    at);
            printed.persist();
            journal.append(exercise, at, new SheetPrinted(held, exercise.revision), by.viewer(), Audience.CONTROL);
            return printed;
        });
    }

    /** @throws Problem 404 for what has no sheet */
    static Exercise planned(Exercise exercise) {
        if (NOT_PLANNED.contains(exercise.state)) {
            throw Problem.notFound();
        }
        return exercise;
    }
}
