package dev.blackstart.calling;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Person;
import dev.blackstart.web.Address;

/** What people read who are called, who call, and when it is over. */
@ApplicationScoped
class CallMessages {

    private final AckLinks ackLinks;
    private final Address address;

    CallMessages(AckLinks ackLinks, Address address) {
        this.ackLinks = ackLinks;
        this.address = address;
    }

    String subject(String line) {
        return ExerciseMark.inSubject(line);
    }

    String toCalled(Exercise exercise, Activation activation, ContactAttempt attempt) {
        return ExerciseMark.before("""
                %s%s%s

                Open this and press the button, so that we know you were reached:
                %s

                This is an exercise (%s). If something real happens, the same page says so to everybody: NO DUFF."""
                .formatted(activation.subject, paragraph(activation.text), paragraph(activation.question), ackLinks.of(attempt),
                        exercise.plan().coverName()));
    }

    /** Their number stands on the page alone: a mail lies about for years. */
    String toCaller(Activation activation, ContactAttempt attempt) {
        return ExerciseMark.before("""
                Please phone %s now, begin with “exercise, exercise, exercise”, and say: %s%s%s

                Their number, and where you write down what happened:
                %s""".formatted(Person.nameOf(attempt.person), activation.subject, paragraph(activation.text),
                paragraph(activation.question == null ? null : "Ask: " + activation.question), address.of("/calls")));
    }

    String standDown(Exercise exercise) {
        return ExerciseMark.before(
                "%s is over. Stand down: nobody has to do anything more, and nobody has to be called. Thank you."
                        .formatted(exercise.plan().coverName()));
    }

    private static String paragraph(String text) {
        return text == null ? "" : "\n\n" + text.strip();
    }
}
