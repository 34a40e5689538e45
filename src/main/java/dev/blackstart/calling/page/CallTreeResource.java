package dev.blackstart.calling.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.calling.CallResponses;
import dev.blackstart.calling.ManualActivations;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JournalPositions;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.notify.Delivery;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The trees as control staff watch them, and what they write down for others. */
@Path("/exercises/{id}/call-trees")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class CallTreeResource {

    private final ManualActivations manualActivations;
    private final Results results;
    private final CallResponses callResponses;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;
    private final JournalPositions journalPositions;

    CallTreeResource(ManualActivations manualActivations, Results results, CallResponses callResponses, Directory directory,
            CurrentAccess current,
            Viewer viewer, JournalPositions journalPositions) {
        this.manualActivations = manualActivations;
        this.results = results;
        this.callResponses = callResponses;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
        this.journalPositions = journalPositions;
    }

    @CheckedTemplate(basePath = "calling")
    static class Templates {
        static native TemplateInstance trees(PageContext page, UUID id, List<TreePicture> trees);

        static native TemplateInstance tree(PageContext page, UUID id, TreePicture tree, Object after,
                boolean conducts, boolean pushed);

        static native TemplateInstance tree$drawn(TreePicture tree, boolean conducts, boolean pushed);

        static native TemplateInstance contact(PageContext page, UUID id, TreePicture tree, TreePicture.Row row,
                List<Try> tries, FormState typed);
    }

    /** One attempt as its place's page shows it. @param open its result may be written down */
    public record Try(ContactAttempt attempt, String person, boolean open, List<Delivery> deliveries) {

        /** What came of it. */
        public String words() {
            String key = attempt.state.key().replace('-', ' ');
            return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        }
    }

    @GET
    public TemplateInstance all(UUID id) {
        Exercise exercise = Exercise.findById(id);
        return Templates.trees(viewer.page("Call trees", "programme"), id,
                TreePicture.all(exercise, directory));
    }

    @GET
    @Path("{key}")
    public TemplateInstance show(UUID id, String key) {
        Object after = journalPositions.newest(current.get());
        Exercise exercise = Exercise.findById(id);
        return Templates.tree(viewer.page("Call tree " + key, "programme"), id, picture(exercise, key), after,
                current.get().may(Permission.CONDUCT), false);
    }

    @POST
    @Path("{key}/activations")
    @RequiresPermission(Permission.CONDUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response activate(UUID id, String key) {
        manualActivations.activate(id, key, viewer.key());
        return back(id, key);
    }

    @POST
    @Path("{key}/end")
    @RequiresPermission(Permission.CONDUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(UUID id, String key, @RestForm UUID activation) {
        manualActivations.end(id, activation, viewer.key());
        return back(id, key);
    }

    @GET
    @Path("{key}/contacts/{contact}")
    public TemplateInstance contact(UUID id, String key, UUID contact) {
        return contact(id, key, contact, FormState.NOTHING);
    }

    private TemplateInstance contact(UUID id, String key, UUID contactId, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        TreePicture tree = picture(exercise, key);
        TreePicture.Row row = tree.rows().stream().filter(one -> contactId.equals(one.contact())).findFirst()
                .orElseThrow(Problem::notFound);
        List<ContactAttempt> tried = ContactAttempt.ofContact(contactId);
        Map<String, String> names = directory.names(tried.stream().map(one -> one.person).toList());
        Map<UUID, List<Delivery>> deliveries = ActivationView.deliveries(tree.activation());
        return Templates.contact(viewer.page(row.name(), "programme"), id, tree, row,
                tried.stream().map(one -> new Try(one, names.get(one.person),
                        exercise.state.isLive() && tree.isFlying() && one.isUnsettled(),
                        deliveries.getOrDefault(one.id, List.of()))).toList(),
                typed);
    }

    @POST
    @Path("{key}/attempts/{attempt}/results")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response result(UUID id, String key, UUID attempt, @RestForm String result, @RestForm String answer,
            @RestForm String correction) {
        UUID contact = ofExercise(id, attempt).contactId;
        try {
            results.take(attempt, result, answer, correction);
        } catch (Problem problem) {
            return Response.status(problem.status).entity(contact(id, key, contact,
                    FormState.in(attempt.toString(), "answer", answer, "correction", correction).refused(problem))).build();
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/call-trees/" + key + "/contacts/" + contact)).build();
    }

    @POST
    @Path("{key}/attempts/{attempt}/judgements")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("right")
    public Response judge(UUID id, String key, UUID attempt, @RestForm boolean right) {
        UUID contact = ofExercise(id, attempt).contactId;
        callResponses.judge(attempt, right, viewer.key());
        return Response.seeOther(URI.create("/exercises/" + id + "/call-trees/" + key + "/contacts/" + contact)).build();
    }

    private static ContactAttempt ofExercise(UUID id, UUID attempt) {
        ContactAttempt found = ContactAttempt.findById(attempt);
        if (found == null || !found.exerciseId.equals(id)) {
            throw Problem.notFound();
        }
        return found;
    }

    private TreePicture picture(Exercise exercise, String key) {
        CallTree tree = exercise.plan().callTree(key).orElseThrow(Problem::notFound);
        return TreePicture.of(exercise, tree, directory);
    }

    private static Response back(UUID id, String key) {
        return Response.seeOther(URI.create("/exercises/" + id + "/call-trees/" + key)).build();
    }
}
