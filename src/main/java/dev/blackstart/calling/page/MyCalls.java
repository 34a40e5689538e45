package dev.blackstart.calling.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.blackstart.calling.correction.Correction;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import io.quarkus.qute.TemplateExtension;

/**
 * What one person has to do with calls, wherever they look: what they are called for, whom they are to phone, and what of the
 * directory waits for their word. It tells nothing else of any tree.
 */
public record MyCalls(List<Called> called, List<Round> rounds, List<Fix> fixes) {

    /** @param stands the exercise stands: nobody is to be phoned now */
    public record Called(UUID attempt, String exercise, String subject, String text, String question, Instant at, String zone,
            boolean stands) {
    }

    /** Those to phone for one tree: what is said to all of them stands once. */
    public record Round(String exercise, String subject, String text, String question, boolean stands, List<Task> tasks) {
    }

    /** @param phone as the directory has it @param tel the same for a phone to dial */
    public record Task(UUID attempt, String name, String phone, String tel) {
    }

    /**
     * @param field in words
     * @param has what the directory says, or null: a chat address is a secret
     * @param value null where only the wrong one is known
     */
    public record Fix(UUID id, String name, String field, String has, String value) {
    }

    public boolean isNothing() {
        return called.isEmpty() && rounds.isEmpty() && fixes.isEmpty();
    }

    /** Whether there is a card of this attempt, on which something can be said about it. */
    public boolean shows(String attempt) {
        return called.stream().anyMatch(one -> one.attempt().toString().equals(attempt))
                || rounds.stream().flatMap(round -> round.tasks().stream())
                        .anyMatch(one -> one.attempt().toString().equals(attempt));
    }

    static MyCalls of(String person, List<Correction> waiting) {
        Map<UUID, Called> called = new LinkedHashMap<>();
        ContactAttempt.callsTo(person).forEach(attempt -> called.computeIfAbsent(attempt.activationId, id -> called(attempt)));
        return new MyCalls(List.copyOf(called.values()),
                ContactAttempt.callsBy(person).stream()
                        .collect(Collectors.groupingBy(one -> one.activationId, LinkedHashMap::new, Collectors.toList()))
                        .values().stream().map(MyCalls::round).toList(),
                waiting.stream().map(MyCalls::fix).toList());
    }

    /** One card for each tree, however often it was tried. */
    private static Called called(ContactAttempt attempt) {
        Activation activation = Activation.findById(attempt.activationId);
        Exercise exercise = Exercise.findById(attempt.exerciseId);
        return new Called(attempt.id, exercise.plan().coverName(), activation.subject, activation.text,
                activation.question, attempt.createdAt, exercise.zone, exercise.state != ExerciseState.RUNNING);
    }

    private static Round round(List<ContactAttempt> attempts) {
        Activation activation = Activation.findById(attempts.get(0).activationId);
        Exercise exercise = Exercise.findById(activation.exerciseId);
        return new Round(exercise.plan().coverName(), activation.subject, activation.text, activation.question,
                exercise.state != ExerciseState.RUNNING, attempts.stream().map(MyCalls::task).toList());
    }

    private static Task task(ContactAttempt attempt) {
        Person person = Person.byKey(attempt.person);
        String phone = person == null ? null : person.phone;
        return new Task(attempt.id, person == null ? attempt.person : person.name, phone,
                ContactMethods.dialed(phone));
    }

    private static Fix fix(Correction one) {
        Person person = Person.byKey(one.person);
        return new Fix(one.id, person == null ? one.person : person.name, one.word(),
                person == null ? null : switch (one.field) {
                    case "phone" -> person.phone;
                    case "email" -> person.email;
                    default -> null;
                }, one.value);
    }

    /** For the pages of packages above. */
    @TemplateExtension(namespace = "calls")
    static final class ForPages {

        private ForPages() {
        }

        static MyCalls mine(String person) {
            return of(person, List.of());
        }
    }
}
