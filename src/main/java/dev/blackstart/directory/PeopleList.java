package dev.blackstart.directory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.ReachDoubts.Doubt;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that lists people, with the form for a new one. */
@ApplicationScoped
class PeopleList {

    private static final int SHOWN = 100;

    private final ContactIssues contactIssues;
    private final Viewer viewer;

    PeopleList(ContactIssues contactIssues, Viewer viewer) {
        this.contactIssues = contactIssues;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance index(PageContext page, People people, May may, FormState typed);
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

    /** @param reach none, wrong, or null for everybody @param after the key of the last one already seen, or null */
    TemplateInstance page(String words, String reach, boolean left, String after, FormState typed) {
        List<Doubt> known = contactIssues.of(null);
        PeopleSearch search = PeopleSearch.WRONG.equals(reach)
                ? PeopleSearch.reportedWrong(words, left, known.stream().map(Doubt::person).collect(Collectors.toSet()))
                : PeopleSearch.of(words, reach, left);
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

    /** What the viewer may do. @param person to whom; null for the list */
    May may(Person person) {
        boolean touches = viewer.isMaster()
                && (person == null || viewer.isAdmin() || person.platformRole != PlatformRole.ADMIN);
        return new May(touches, viewer.isAdmin(), person != null && person.key.equals(viewer.key()));
    }
}
