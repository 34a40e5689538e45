package dev.blackstart.followup.triage;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.CloseCheck;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;

/** Whoever logged a finding gets an answer before the record closes. A rehearsal's go on without. */
@ApplicationScoped
class FindingsTriaged implements CloseCheck {

    @Override
    public String key() {
        return "findings";
    }

    @Override
    public List<String> open(Exercise exercise) {
        long open = count(exercise);
        return open == 0 ? List.of()
                : List.of("Triage %d %s: confirm, note or dismiss each of them.".formatted(open,
                        open == 1 ? "finding" : "findings"));
    }

    @Override
    public long count(Exercise exercise) {
        return exercise.isRehearsal() ? 0 : Finding.untriaged(exercise.id);
    }

    @Override
    public String words() {
        return "Triage the findings";
    }

    @Override
    public String href(Exercise exercise) {
        return "/findings?exercise=" + exercise.id;
    }
}
