package dev.blackstart.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.security.Viewer;
import io.quarkus.security.Authenticated;

/** Load per person over a quarter, for Masters of Disaster and administrators. */
@Path("/api/planning/load")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PlanningLoadApi {

    private final Viewer viewer;
    private final Clock clock;

    PlanningLoadApi(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @param quarter as {@code 2027-Q1}; this one where it is left out */
    @GET
    @Transactional
    public PlanningLoad read(@QueryParam("quarter") String quarter) {
        viewer.mustBeMaster();
        return PlanningLoad.of(
                quarter == null || quarter.isBlank()
                        ? PlanningLoad.quarterOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        : quarter.strip(),
                viewer.key(), true);
    }
}
