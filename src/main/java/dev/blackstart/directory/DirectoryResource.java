package dev.blackstart.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.directory.entry.ChangeView;
import dev.blackstart.directory.entry.Directories;
import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.directory.entry.Fields;
import dev.blackstart.directory.entry.PeopleKind;
import dev.blackstart.people.ContactWarnings;
import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.FieldErrors.Flaw;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.ReachDoubts.Doubt;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** People: who there is, how they are reached, and whom nobody would reach. */
@Path("/directory")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DirectoryResource {

    private static final int SHOWN = 100;

    private final DirectoryWriter directoryWriter;
    private final PeopleKind kind;
    private final ChangeView.Reader changes;
    private final ContactIssues contactIssues;
    private final Viewer viewer;

    DirectoryResource(DirectoryWriter directoryWriter, PeopleKind kind, ChangeView.Reader changes, ContactIssues contactIssues,
            Viewer viewer) {
        this.contactIssues = contactIssues;
        this.directoryWriter = directoryWriter;
        this.kind = kind;
        this.changes = changes;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance index(PageContext page, People people, May may, FormState typed);

        static native TemplateInstance person(PageContext page, PersonView person, List<Doubt> doubts,
                List<Flaw> warnings,
                boolean hasChat,
                boolean hasPassword, May may, List<String> roles, List<ChangeView> changes, FormState typed);
    }

    /**
     * A page of the list.
     *
     * @param unreachable how many in all cannot be reached
     * @param doubts channels that were reported wrong, as far as the viewer may know
     * @param later the following page, or null
     */
    public record People(List<PersonView> shown, String words, String reach, boolean left, long count, long unreachable,
            List<Doubt> contactIssues, String later) {

        public List<Doubt> doubted(String person) {
            return contactIssues.stream().filter(one -> one.person().equals(person)).toList();
        }

        /** How many people have a channel that was reported wrong. */
        public long wrong() {
            return contactIssues.stream().map(Doubt::person).distinct().count();
        }
    }

    /** @param edit everything but roles and passwords @param own themselves */
    public record May(boolean edit, boolean admin, boolean own) {
    }

    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("q") String words, @QueryParam("reach") String reach,
            @QueryParam("left") boolean left, @QueryParam("after") String after) {
        List<Doubt> known = contactIssues.of(null);
        return index(PeopleSearch.WRONG.equals(reach)
                ? PeopleSearch.reportedWrong(words, left, known.stream().map(Doubt::person).collect(Collectors.toSet()))
                : PeopleSearch.of(words, reach, left), known, after, FormState.NOTHING);
    }

    private TemplateInstance index(PeopleSearch search, List<Doubt> known, String after, FormState typed) {
        List<Person> found = search.find(after, SHOWN + 1);
        List<Person> page = found.size() > SHOWN ? found.subList(0, SHOWN) : found;
        Map<String, List<String>> teams = PeopleSearch.teams(page);
        String later = found.size() <= SHOWN ? null
                : "/directory?after=%s%s%s%s".formatted(page.get(SHOWN - 1).key,
                        search.words() == null ? "" : "&q=" + Texts.path(search.words()),
                        search.reach() == null ? "" : "&reach=" + search.reach(), search.left() ? "&left=true" : "");
        return Templates.index(viewer.page("Directory", "directory"),
                new People(page.stream().map(one -> PersonView.of(one, teams.get(one.key), false)).toList(), search.words(),
                        search.reach(), search.left(), search.count(), PeopleSearch.of(null, PeopleSearch.NONE, false).count(),
                        known, later),
                may(null), typed);
    }

    @POST
    @Path("people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestForm String key, @RestForm String name, @RestForm String email, @RestForm String phone,
            @RestForm String zone) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("make", "key", key, "name", name, "email", email, "phone", phone, "zone", zone);
        return FormAnswer.of(typed, () -> "/directory/people/" + directoryWriter.make(kind,
                Fields.of("key", key, "name", name, "email", email, "phone", phone, "zone", zone), viewer.isAdmin(),
                viewer.key()).key(),
                refused -> index(PeopleSearch.of(null, null, false), contactIssues.of(null), null, refused));
    }

    @GET
    @Path("people/{key}")
    @Transactional
    public TemplateInstance person(String key) {
        return person(key, FormState.NOTHING);
    }

    private TemplateInstance person(String key, FormState typed) {
        Person person = Person.byKey(key.replace("\0", ""));
        if (person == null) {
            throw Problem.notFound();
        }
        May may = may(person);
        return Templates.person(viewer.page(person.name, "directory"),
                PersonView.of(person, PeopleSearch.teams(List.of(person)).get(key), may.admin() || may.own()),
                contactIssues.of(key), may.edit() || may.own() ? ContactWarnings.of(person) : List.of(), person.chat != null,
                may.admin() && person.passwordHash != null, may,
                List.of(PlatformRole.MEMBER.key(), PlatformRole.MASTER_OF_DISASTER.key(), PlatformRole.ADMIN.key()),
                viewer.isMaster() ? changes.of(DirectoryChange.Kind.PERSON, key) : List.of(), typed);
    }

    /** A chat address that somebody cannot see stays where they leave its field empty. */
    @POST
    @Path("people/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(String key, @RestForm String name, @RestForm String email, @RestForm String chat,
            @RestForm String phone, @RestForm String zone, @RestForm String skills, @RestForm String role) {
        boolean own = viewer.key().equals(key);
        if (!own || name != null || skills != null || role != null) {
            Directories.mayTouch(viewer, key);
        }
        boolean keepsChat = !own && !viewer.isAdmin() && (chat == null || chat.isBlank());
        return then(key,
                FormState.in("change", "name", name, "email", email, "chat", chat, "phone", phone, "zone", zone, "skills",
                        skills, "role", role),
                () -> directoryWriter.change(kind, key, Fields.of("name", name, "email", email, "chat", keepsChat ? null : chat,
                        "phone", phone, "zone", zone, "skills", skills, "role", role), viewer.isAdmin(), viewer.key()));
    }

    /** @param to left or here */
    @POST
    @Path("people/{key}/transitions")
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
    @Path("people/{key}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("password")
    public Response password(String key, @RestForm String password) {
        viewer.mustBeAdmin();
        return then(key, FormState.in("password", "password", null),
                () -> directoryWriter.password(key, password == null || password.isEmpty() ? null : password, viewer.key()));
    }

    private Response then(String key, FormState typed, Runnable change) {
        return FormAnswer.of(typed, () -> {
            change.run();
            return "/directory/people/" + Texts.path(key);
        }, refused -> person(key, refused));
    }

    private May may(Person person) {
        boolean touches = viewer.isMaster()
                && (person == null || viewer.isAdmin() || person.platformRole != PlatformRole.ADMIN);
        return new May(touches, viewer.isAdmin(), person != null && person.key.equals(viewer.key()));
    }
}
