package dev.blackstart.conduct.banner;

import java.time.Clock;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.Permissions;
import io.quarkus.security.Authenticated;

/** The status banner alone, for pages of an exercise that stay open and have no stream of their own. */
@Path("/exercises/{id}/banner")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BannerResource {

    private final Banners banners;
    private final CurrentAccess current;
    private final Clock clock;

    BannerResource(Banners banners, CurrentAccess current, Clock clock) {
        this.banners = banners;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public String show(UUID id) {
        return banners.pushed(Exercise.findById(id), Permissions.of(current.get()), null, clock.instant());
    }
}
