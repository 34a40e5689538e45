package dev.blackstart.calling.page;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.Calls;
import dev.blackstart.calling.correction.Correction;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.people.Person;
import dev.blackstart.web.Waiting;

/** Calls to answer, people to phone, and corrections of the directory to decide on. */
@ApplicationScoped
class CallsWaiting implements Waiting.Source {

    private static final String CALLS = "/calls";

    @Override
    public List<Waiting> waitingFor(String person) {
        Stream<Waiting> called = ContactAttempt.callsTo(person).stream().map(attempt -> attempt.activationId).distinct()
                .map(id -> new Waiting("Confirm calls", Activation.<Activation> findById(id).subject, CALLS));
        Stream<Waiting> phoned = ContactAttempt.callsBy(person).stream()
                .map(attempt -> new Waiting("Phone people", Person.nameOf(attempt.person), CALLS));
        Stream<Waiting> corrections = Correction.openFor(person, Waiting.MOST).stream()
                .map(one -> new Waiting("Decide on corrections", one.word() + " of " + Person.nameOf(one.person), CALLS));
        return Stream.of(called, phoned, corrections).flatMap(some -> some.limit(Waiting.MOST)).toList();
    }
}
