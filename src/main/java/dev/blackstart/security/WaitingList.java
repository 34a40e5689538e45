package dev.blackstart.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.web.Waiting;
import io.quarkus.arc.All;

/** All that waits for one person, found once in a request. */
@RequestScoped
public class WaitingList {

    private final List<Waiting.Source> sources;
    private Map<String, List<Waiting>> found;

    WaitingList(@All List<Waiting.Source> sources) {
        this.sources = sources;
    }

    /** By kind. */
    public Map<String, List<Waiting>> of(String person) {
        if (found == null) {
            found = sources.stream().flatMap(source -> source.waitingFor(person).stream())
                    .collect(Collectors.groupingBy(Waiting::kind, LinkedHashMap::new, Collectors.toList()));
        }
        return found;
    }

    /** Of all kinds; a kind with more than {@link Waiting#MOST} counts as that many. */
    int count(String person) {
        return of(person).values().stream().mapToInt(List::size).sum();
    }
}
