package dev.blackstart.followup.triage;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.findings.FindingView;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** Triage of a finding. */
@Path("/api/findings")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TriageApi {

    private final Triage triage;
    private final FollowupAccess followupAccess;

    TriageApi(Triage triage, FollowupAccess followupAccess) {
        this.triage = triage;
        this.followupAccess = followupAccess;
    }

    /**
     * What changes; null leaves a part.
     *
     * @param defect to merge it into, by reference or id
     * @param singlePoint of failure that it shows, by reference or id; empty for what it was logged with
     * @param outsideReader of a weak signal: key of who reads it from outside the team
     */
    public record Change(String state, String reason, String kind, String severity, String defect, String singlePoint,
            String outsideReader) {
    }

    @PATCH
    @Path("{id}")
    public FindingView change(UUID id, Change change) {
        if (change == null) {
            throw Problem.invalid("state", "Say what changes: state, kind, severity, defect or singlePoint.");
        }
        triage.move(id, new Triage.Wish(change.state(), change.reason(), change.kind(), change.severity(), change.defect(),
                change.singlePoint(), change.outsideReader()),
                followupAccess.person());
        return QuarkusTransaction.requiringNew().call(() -> {
            Finding finding = Finding.findById(id);
            return FindingView.of(finding, Exercise.findById(finding.exerciseId), followupAccess.control(finding.exerciseId));
        });
    }
}
