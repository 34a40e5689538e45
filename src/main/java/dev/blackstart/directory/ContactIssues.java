package dev.blackstart.directory;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.people.ReachDoubts;
import dev.blackstart.people.ReachDoubts.Doubt;
import dev.blackstart.security.Viewer;

/** What the viewer of this request may know of channels that were found wrong. */
@RequestScoped
class ContactIssues {

    private final Instance<ReachDoubts> sources;
    private final Viewer viewer;

    ContactIssues(Instance<ReachDoubts> sources, Viewer viewer) {
        this.sources = sources;
        this.viewer = viewer;
    }

    /** @param person key; null for everybody */
    List<Doubt> of(String person) {
        return sources.stream().flatMap(source -> source.known(person, viewer.key(), viewer.isMaster()).stream()).toList();
    }
}
