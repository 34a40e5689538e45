package dev.blackstart.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.evidence.Framework.Clause;
import dev.blackstart.evidence.PackWriter.Written;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.problem.Choice;

/**
 * What a pack holds, and what it is evidence of.
 *
 * @param from the first day of a period, in UTC; null like the last in the pack of one exercise
 */
record EvidenceIndex(Instant generatedAt, LocalDate from, LocalDate to, List<Rule> frameworks, List<OfExercise> exercises) {

    static EvidenceIndex of(Instant at, EvidencePeriod period, List<OfExercise> exercises) {
        return new EvidenceIndex(at, period == null ? null : period.from(), period == null ? null : period.to(),
                Arrays.stream(Framework.values()).map(one -> new Rule(one.label, one.title)).toList(), exercises);
    }

    record Rule(String name, String title) {
    }

    /** @param notes what is not in the pack, and why */
    record OfExercise(UUID id, String name, String plan, int revision, String type, String environment, int intensity,
            String notice, Instant startedAt, Instant endedAt, String outcome, String folder, List<String> notes,
            List<Listed> files) {

        static OfExercise of(Exercise exercise, String folder, List<String> notes, List<Listed> files) {
            return new OfExercise(exercise.id, exercise.name, exercise.planKey, exercise.revision,
                    Choice.key(exercise.plan().type()), Choice.key(exercise.plan().environment()), exercise.plan().intensity(),
                    Choice.key(exercise.notice), exercise.clock.startedAt, exercise.endedAt, exercise.outcome.key(), folder,
                    notes, files);
        }
    }

    /** @param path from the root of the pack */
    record Listed(String path, String title, long bytes, String sha256, List<Clauses> evidenceOf) {

        static Listed of(EvidenceFile file, Written written) {
            return new Listed(written.path(), file.title, written.bytes(), written.sha256(),
                    file.clauses.stream().map(Clauses::of).toList());
        }

        /** Of one framework, in words; a dash where the file says nothing about it. */
        @JsonIgnore
        public String clauses(Rule rule) {
            return evidenceOf.stream().filter(one -> one.framework().equals(rule.name()))
                    .map(one -> one.clause() + " (" + one.shows() + ")").reduce((one, other) -> one + "; " + other).orElse("–");
        }
    }

    record Clauses(String framework, String clause, String shows) {

        private static Clauses of(Clause clause) {
            return new Clauses(clause.framework().label, clause.number(), clause.shows());
        }
    }
}
