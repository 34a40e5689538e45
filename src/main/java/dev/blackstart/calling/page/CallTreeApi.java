package dev.blackstart.calling.page;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.calling.ManualActivations;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The call trees of an exercise: what the plan has, and what was activated of it. */
@Path("/api/exercises/{id}/call-trees")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
public class CallTreeApi {

    private final ManualActivations manualActivations;
    private final Viewer viewer;

    CallTreeApi(ManualActivations manualActivations, Viewer viewer) {
        this.manualActivations = manualActivations;
        this.viewer = viewer;
    }

    /** @param activations oldest first */
    public record TreeView(String key, String subject, List<Activated> activations) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Activated(UUID id, String state, String result) {
        static Activated of(Activation activation) {
            return new Activated(activation.id, activation.state.key(),
                    activation.result == null ? null : activation.result.key());
        }
    }

    @GET
    public PagedList<TreeView> list(UUID id) {
        Exercise exercise = Exercise.findById(id);
        List<Activation> activations = Activation.of(id);
        return PagedList.whole(exercise.plan().callTrees().stream()
                .map(tree -> new TreeView(tree.key(), tree.message().line(), activations.stream()
                        .filter(one -> one.treeKey.equals(tree.key())).map(Activated::of).toList()))
                .toList());
    }

    /** A tree that is in flight already answers as it stands. */
    @POST
    @Path("{key}/activations")
    @RequiresPermission(Permission.CONDUCT)
    @Consumes(MediaType.WILDCARD)
    public Response activate(UUID id, String key) {
        ManualActivations.Begun begun = manualActivations.activate(id, key, viewer.key());
        return Response.status(begun.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ActivationView.of(Activation.findById(begun.activation()))).build();
    }
}
