package dev.blackstart.conduct.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import dev.blackstart.drills.lever.Lever;
import dev.blackstart.drills.lever.SafetyLever;
import dev.blackstart.people.Directory;
import dev.blackstart.people.system.Incident;
import dev.blackstart.security.Viewer;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/**
 * What holds on the whole platform and everybody signed in must know: the pulled safety lever and open real incidents. That
 * the lever is pulled, since when and what it means is for everybody; who pulled it and why is for those who conduct, since it
 * may name what an exercise keeps secret. Incidents are in the directory, which everybody reads.
 */
@RequestScoped
class Alerts {

    private final Lever lever;
    private final Directory directory;
    private final Viewer viewer;

    Alerts(Lever lever, Directory directory, Viewer viewer) {
        this.lever = lever;
        this.directory = directory;
        this.viewer = viewer;
    }

    /** @param by null where the reader does not learn it @param means what it means and what to do */
    public record Alert(String name, String tone, String icon, String what, String by, Instant at, String reason, String means,
            String href, String linkText) {
    }

    List<Alert> open() {
        List<Alert> alerts = new ArrayList<>();
        SafetyLever pulled = SafetyLever.now();
        if (pulled != null && pulled.pulled) {
            alerts.add(lever(pulled));
        }
        List<Incident> incidents = Incident.open();
        if (!incidents.isEmpty()) {
            alerts.add(incident(incidents));
        }
        return alerts;
    }

    private Alert lever(SafetyLever pulled) {
        boolean known = lever.maySee(viewer.key(), viewer.isMaster());
        return new Alert("Safety lever", "red", "stop", "The safety lever is pulled.", known ? name(pulled.movedBy) : null,
                pulled.createdAt, known ? pulled.reason : null,
                "No fault can be injected in any exercise, and active ones were reverted. Exercises go on without faults."
                        + (known ? "" : " You need to do nothing."),
                known ? "/safety-lever" : null, "Safety lever");
    }

    private Alert incident(List<Incident> open) {
        Incident first = open.get(0);
        int more = open.size() - 1;
        return new Alert("Real incident", "red", "warning", "Real incident: " + first.title + ".", name(first.declaredBy),
                first.createdAt, null,
                (first.about().isEmpty() ? "All systems are"
                        : String.join(", ", first.about())
                                + (first.about().size() == 1 ? " is" : " are"))
                        + " affected; no fault is injected there." + (more == 0 ? "" : " " + more + " more."),
                more == 0 ? "/directory/incidents/" + first.id : "/directory/incidents", more == 0 ? "Incident" : "Incidents");
    }

    private String name(String person) {
        return directory.names(List.of(person)).get(person);
    }

    /** Lets the layout ask for them. */
    @TemplateExtension(namespace = "alerts")
    static final class OfThisRequest {

        private OfThisRequest() {
        }

        static List<Alert> open() {
            return Arc.container().instance(Alerts.class).get().open();
        }
    }
}
