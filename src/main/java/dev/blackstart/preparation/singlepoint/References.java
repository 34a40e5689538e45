package dev.blackstart.preparation.singlepoint;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.preparation.singlepoint.PointMentions.Mention;
import dev.blackstart.preparation.singlepoint.PointMentions.Step;

/** What the other features say of a single point of failure. */
@ApplicationScoped
public class References {

    private final List<PointMentions> sources;

    References(Instance<PointMentions> sources) {
        this.sources = sources.stream().toList();
    }

    /** The newest first. */
    public List<Mention> of(SinglePoint point) {
        return sources.stream().flatMap(source -> source.of(point).stream())
                .sorted(Comparator.comparing(Mention::at).reversed()).toList();
    }

    public List<Step> next(SinglePoint point) {
        return sources.stream().map(source -> source.next(point)).filter(Objects::nonNull).toList();
    }
}
