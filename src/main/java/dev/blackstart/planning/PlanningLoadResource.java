package dev.blackstart.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Load per person over a quarter as a page, for Masters of Disaster and administrators. */
@Path("/planning/load")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanningLoadResource {

    private final Directory directory;
    private final Viewer viewer;
    private final Clock clock;

    PlanningLoadResource(Directory directory, Viewer viewer, Clock clock) {
        this.directory = directory;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    static class Templates {
        static native TemplateInstance load(PageContext page, PlanningLoad shown, Map<String, String> names, FormState typed);
    }

    /** @param q part of a name or key; null for everybody */
    @GET
    @Transactional
    public TemplateInstance show(@QueryParam("quarter") String quarter, @QueryParam("q") String q) {
        viewer.mustBeMaster();
        String asked = quarter == null || quarter.isBlank()
                ? PlanningLoad.quarterOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                : quarter.strip();
        FormState typed = FormState.in("load", "quarter", asked, "q", q);
        try {
            return page(PlanningLoad.of(asked, viewer.key(), true), q == null ? "" : q.strip().toLowerCase(Locale.ROOT), typed);
        } catch (Problem refused) {
            return page(new PlanningLoad(asked, List.of()), "", typed.refused(refused));
        }
    }

    private TemplateInstance page(PlanningLoad load, String words, FormState typed) {
        Map<String, String> names = directory.names(load.people().stream().map(PlanningLoad.Load::person)
                .collect(Collectors.toSet()));
        List<PlanningLoad.Load> found = load.people().stream().filter(one -> one.person().contains(words)
                || names.get(one.person()).toLowerCase(Locale.ROOT).contains(words)).toList();
        return Templates.load(viewer.page("Planning load", "programme"), new PlanningLoad(load.quarter(), found), names, typed);
    }
}
