package dev.blackstart.exercise.concern;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.people.Directory;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Concerns and their answers, below the form that raises one. */
@ApplicationScoped
class ConcernPage {

    private final Directory directory;
    private final Viewer viewer;

    ConcernPage(Directory directory, Viewer viewer) {
        this.directory = directory;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        /** @param action address of the form @param answers whether the reader may answer */
        static native TemplateInstance concerns(PageContext page, String action, List<ConcernView> concerns,
                Map<String, String> names, boolean answers, FormState typed);
    }

    TemplateInstance of(String title, String action, List<ConcernView> shown, boolean answers, FormState typed) {
        List<String> people = shown.stream()
                .flatMap(one -> Stream.<String> of(one.by(), one.answeredBy()).filter(Objects::nonNull))
                .distinct().toList();
        return Templates.concerns(viewer.page(title, "plans"), action, shown, directory.names(people), answers, typed);
    }
}
