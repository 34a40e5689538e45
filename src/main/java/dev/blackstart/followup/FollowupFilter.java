package dev.blackstart.followup;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import dev.blackstart.followup.action.ActionAccess;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.followup.offer.OfferAccess;
import dev.blackstart.followup.signal.Signals;
import dev.blackstart.problem.Problem;

/**
 * Decides, before the input of a route below a finding, a defect, an action, an offer or a signal is read, whether it exists
 * for
 * the viewer and (save for actions, where it depends on what they do) whether they may change it.
 */
class FollowupFilter {

    private static final Pattern OF_ONE = Pattern
            .compile("^/?(?:api/)?(findings|defects|actions|defect-offers|signals)/\\{id}.*$");

    /** Routes of this package and of those below it. */
    private static final String FOLLOWUP = FollowupFilter.class.getPackageName() + ".";

    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** What is changed by those who triage; the others say themselves who changes what. */
    private static final Set<String> TRIAGED = Set.of("findings", "defects");

    private final FollowupAccess followupAccess;
    private final ActionAccess actionAccess;
    private final OfferAccess offerAccess;
    private final Signals signals;

    FollowupFilter(FollowupAccess followupAccess, ActionAccess actionAccess, OfferAccess offerAccess,
            Signals signals) {
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
        this.offerAccess = offerAccess;
        this.signals = signals;
    }

    @ServerRequestFilter
    void decide(ContainerRequestContext request, ResourceInfo route) {
        Class<?> owner = route.getResourceClass();
        Path root = owner.getAnnotation(Path.class);
        Path leaf = route.getResourceMethod().getAnnotation(Path.class);
        Matcher one = OF_ONE.matcher((root == null ? "" : root.value()) + (leaf == null ? "" : "/" + leaf.value()));
        if (!owner.getName().startsWith(FOLLOWUP) || !one.matches()) {
            return;
        }
        boolean reads = READS.contains(request.getMethod());
        UUID id = uuid(request.getUriInfo().getPathParameters().getFirst("id"));
        UUID exercise = switch (one.group(1)) {
            case "findings" -> reads ? followupAccess.finding(id).exerciseId : followupAccess.seenFinding(id).exerciseId;
            case "defects" -> followupAccess.defect(id).exerciseId;
            case "defect-offers" -> offerAccess.visible(id, followupAccess.person()).exerciseId;
            case "signals" -> signals.exerciseOf(id, followupAccess.person());
            default -> actionAccess.action(id).exerciseId;
        };
        if (TRIAGED.contains(one.group(1)) && !reads) {
            followupAccess.mustTriage(exercise);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }
}
