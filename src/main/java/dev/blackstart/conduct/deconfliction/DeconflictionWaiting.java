package dev.blackstart.conduct.deconfliction;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.web.Waiting;

/** Questions that somebody can answer. */
@ApplicationScoped
class DeconflictionWaiting implements Waiting.Source {

    private final Deconfliction deconfliction;

    DeconflictionWaiting(Deconfliction deconfliction) {
        this.deconfliction = deconfliction;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return deconfliction.toAnswer(person).stream().limit(Waiting.MOST)
                .map(question -> new Waiting("Answer: is this you?", question.text, "/deconfliction/answers")).toList();
    }
}
