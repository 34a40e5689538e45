package dev.blackstart.conduct.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.conduct.EnumParameter;
import dev.blackstart.conduct.campaign.CampaignRoom.Outcome;
import dev.blackstart.conduct.campaign.Campaigns.Member;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.page.Confirmation;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The command room over a campaign. Whoever sees none of its exercises as control staff do finds nothing here. */
@Path("/campaigns")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CampaignResource {

    private final Campaigns campaigns;
    private final ExerciseTransitions exerciseTransitions;
    private final Confirmation confirmation;
    private final Viewer viewer;
    private final Clock clock;

    CampaignResource(Campaigns campaigns, ExerciseTransitions exerciseTransitions, Confirmation confirmation, Viewer viewer,
            Clock clock) {
        this.clock = clock;
        this.confirmation = confirmation;
        this.campaigns = campaigns;
        this.exerciseTransitions = exerciseTransitions;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "conduct")
    static class Templates {
        static native TemplateInstance campaign(PageContext page, CampaignRoom room, List<Outcome> done, boolean pushed);

        /** @param pushed sent to a page that is open already: without a token, which the page adds */
        static native TemplateInstance campaign$room(CampaignRoom room, boolean pushed);
    }

    @GET
    @Path("{key}")
    public TemplateInstance show(String key) {
        return page(key, members(key), null);
    }

    /** Pauses or aborts all that run and that this person may, each by itself: one that fails does not spare the others. */
    @POST
    @Path("{key}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(String key, @RestForm String to) {
        List<Member> members = members(key);
        ExerciseState wanted = EnumParameter.of("to", ExerciseState.class, to);
        if (wanted != ExerciseState.PAUSED && wanted != ExerciseState.ENDED) {
            throw Problem.invalid("to", "to is paused or ended.");
        }
        CampaignRoom room = campaigns.room(key, members, clock.instant());
        if (wanted == ExerciseState.ENDED && room.abort().exercises() > 0 && !confirmation.isGiven()) {
            return confirmation.ask(Question.of("Abort all %s?".formatted(Question.count(room.abort().exercises(), "exercise")),
                    "Abort all", room.getHref()).says(room.abort().getAborting()));
        }
        List<Outcome> done = new ArrayList<>();
        for (Member member : members) {
            if (member.exercise().state.isLive()) {
                done.add(new Outcome(member.exercise().name, moved(member, wanted, key)));
            }
        }
        Exercise.getEntityManager().clear();
        return Response.ok(page(key, members(key), done)).build();
    }

    /** Null where it went well, or was so already. */
    private String moved(Member member, ExerciseState to, String campaign) {
        Exercise.Outcome outcome = to == ExerciseState.ENDED ? Exercise.Outcome.ABORTED : null;
        try {
            exerciseTransitions.move(member.exercise().id,
                    new ExerciseTransitions.Wish(to, outcome, "for all of the campaign " + campaign, null, null),
                    member.sight());
            return null;
        } catch (Problem refused) {
            return refused.getMessage();
        } catch (RuntimeException failure) {
            Log.errorf(failure, "Exercise %s of campaign %s could not be moved to %s", member.exercise().id, campaign, to);
            return "It failed; try it in its own control room.";
        }
    }

    private List<Member> members(String key) {
        List<Member> members = campaigns.members(key, viewer.key(), viewer.isMaster());
        if (members.isEmpty()) {
            throw Problem.notFound();
        }
        return members;
    }

    private TemplateInstance page(String key, List<Member> members, List<Outcome> done) {
        return Templates.campaign(viewer.page("Campaign " + key, "programme"), campaigns.room(key, members, clock.instant()),
                done, false);
    }
}
