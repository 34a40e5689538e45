package dev.blackstart.directory;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.directory.entry.ChangeView;
import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.PeopleKind;
import dev.blackstart.directory.entry.PersonFacts;
import dev.blackstart.people.ContactWarnings;
import dev.blackstart.people.FieldErrors.Flaw;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.ReachDoubts.Doubt;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** People: how they are reached, what they may do, and how they sign in. */
@Path("/directory/people")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PeopleResource extends KeyedEntryResource<PersonFacts> {

    private final PeopleList peopleList;
    private final ContactIssues contactIssues;

    PeopleResource(DirectoryWriter directoryWriter, PeopleKind kind, ChangeView.Reader changes, PeopleList peopleList,
            ContactIssues contactIssues, Viewer viewer) {
        super(kind, directoryWriter, changes, viewer);
        this.peopleList = peopleList;
        this.contactIssues = contactIssues;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance person(PageContext page, PersonView person, List<Doubt> doubts,
                List<Flaw> warnings,
                boolean hasChat,
                boolean hasPassword, PeopleList.May may, List<String> roles, List<ChangeView> changes, FormState typed);
    }

    @Override
    protected TemplateInstance listPage(FormState typed) {
        return peopleList.page(null, null, false, null, typed);
    }

    @Override
    protected TemplateInstance entryPage(String key, FormState typed) {
        Person person = Person.byKey(key.replace("\0", ""));
        if (person == null) {
            throw Problem.notFound();
        }
        PeopleList.May may = peopleList.may(person);
        return Templates.person(viewer.page(person.name, "directory"),
                PersonView.of(person, PeopleSearch.teams(List.of(person)).get(key), may.admin() || may.own()),
                contactIssues.of(key), may.edit() || may.own() ? ContactWarnings.of(person) : List.of(), person.chat != null,
                may.admin() && person.passwordHash != null, may,
                List.of(PlatformRole.MEMBER.key(), PlatformRole.MASTER_OF_DISASTER.key(), PlatformRole.ADMIN.key()),
                changes(key), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String email, @RestForm String phone,
            @RestForm String zone) {
        return saveNew(FormState.in("make", "key", key, "name", name, "email", email, "phone", phone, "zone", zone),
                () -> Fields.of("key", key, "name", name, "email", email, "phone", phone, "zone", zone));
    }

    /** A chat address that somebody cannot see stays where they leave its field empty. */
    @POST
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String key, @RestForm String name, @RestForm String email, @RestForm String chat,
            @RestForm String phone, @RestForm String zone, @RestForm String skills, @RestForm String role) {
        boolean own = viewer.key().equals(key);
        if (!own || name != null || skills != null || role != null) {
            Directories.mayTouch(viewer, key);
        }
        boolean keepsChat = !own && !viewer.isAdmin() && (chat == null || chat.isBlank());
        return save(key,
                FormState.in("change", "name", name, "email", email, "chat", chat, "phone", phone, "zone", zone, "skills",
                        skills, "role", role),
                () -> Fields.of("name", name, "email", email, "chat", keepsChat ? null : chat, "phone", phone, "zone", zone,
                        "skills", skills, "role", role));
    }

    /** @param to left or here */
    @POST
    @Path("{key}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("to")
    public Response move(String key, @RestForm String to) {
        Directories.mayTouch(viewer, key);
        return then(key, FormState.in("move"), () -> {
            if ("left".equals(to)) {
                directoryWriter.leave(key, viewer.key());
            } else if ("here".equals(to)) {
                directoryWriter.comeBack(key, viewer.key());
            } else {
                throw Problem.invalid("to", "Say left or here.");
            }
        });
    }

    /** @param password empty takes it away */
    @POST
    @Path("{key}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("password")
    public Response password(String key, @RestForm String password) {
        viewer.mustBeAdmin();
        return then(key, FormState.in("password", "password", null),
                () -> directoryWriter.password(key, password == null || password.isEmpty() ? null : password, viewer.key()));
    }
}
